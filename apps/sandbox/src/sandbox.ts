import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listCities, loadCity, loadProvince } from '#seeds';
import { startAsProcess } from './launch/start-as-process.js';
import { startInProcess, type Launch, type Started } from './launch/start-in-process.js';
import { directoryFile, environmentOf } from './provision/environments.js';
import { provisionKeys, type Keys } from './provision/provision-keys.js';
import { writeDirectory } from './provision/write-directory.js';
import type { SandboxOptions } from './sandbox-options.js';
import { documentedTopology, freeTopology, province, type Member, type Topology } from './topology.js';

/** All programs of Kuashi with the keys, files and addresses that an operator would give them. */
export class Sandbox {
  private readonly running = new Map<string, Started>();
  private tellChange = (): void => undefined;

  private constructor(
    private readonly options: SandboxOptions,
    readonly topology: Topology,
    private readonly keys: Keys,
    private readonly launch: Launch,
    private readonly publishDirectory: () => void,
  ) {}

  /** Reads the seeds and provisions keys for the cities that have a seed folder; starts nothing yet. */
  static async prepare(options: SandboxOptions): Promise<Sandbox> {
    const divisions = listCities(options.seedsDirectory);
    const ports = join(options.stateDirectory, 'ports.json');
    const topology = options.freePorts ? await freeTopology(divisions, ports) : documentedTopology(divisions);
    const keys = await provisionKeys(join(options.stateDirectory, 'keys'), [province, ...divisions]);
    const seeds = {
      province: loadProvince(options.seedsDirectory),
      cities: divisions.map((division) => loadCity(options.seedsDirectory, division)),
    };
    const launch = options.processes ? startAsProcess : startInProcess;
    const publishDirectory = (): void => writeDirectory(directoryFile(options), topology, seeds, keys);
    return new Sandbox(options, topology, keys, launch, publishDirectory);
  }

  /** Starts every program: the registry first, for all others ask it for the node directory and the trust list. */
  async start(): Promise<void> {
    this.publishDirectory();
    const [registry, ...others] = this.topology.members;
    if (registry) await this.startMember(registry);
    await Promise.all(others.map((member) => this.startMember(member)));
  }

  /** Where a program answers while it runs. */
  urlOf(name: string): string | undefined {
    return this.running.get(name)?.url;
  }

  /** Every running program by name. */
  addresses(): Record<string, string> {
    return Object.fromEntries([...this.running].map(([name, { url }]) => [name, url]));
  }

  /** The process of every running program that has one of its own, by name. */
  processes(): Record<string, number> {
    return Object.fromEntries([...this.running].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]])));
  }

  /** Hears whenever a program was started or stopped after the sandbox was ready. */
  onChange(listener: () => void): void {
    this.tellChange = listener;
  }

  /** Stops a program that was started, as an outage would. */
  async stopMember(name: string): Promise<void> {
    const started = this.running.get(name);
    this.running.delete(name);
    await started?.close();
    this.tellChange();
  }

  /** Starts a program that is not running; its data are as it left them. */
  async startMember(member: Member): Promise<void> {
    if (this.running.has(member.name)) return;
    const environment = environmentOf(member, this.topology, this.keys, this.options);
    this.running.set(member.name, await this.launch(member, environment));
    this.tellChange();
  }

  /** Stops every program but the gateway, forgets all state but the keys, and seeds anew. */
  async reset(): Promise<void> {
    const members = this.topology.members.filter(({ program }) => program !== 'gateway');
    await Promise.all(members.map(({ name }) => this.stopMember(name)));
    for (const { name } of members) rmSync(join(this.options.stateDirectory, name), { recursive: true, force: true });
    await this.start();
  }

  /** Stops everything, the gateway first so that nobody meets half a world. */
  async close(): Promise<void> {
    await this.stopMember('gateway');
    await Promise.all([...this.running.keys()].map((name) => this.stopMember(name)));
  }
}
