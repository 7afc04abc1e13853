import { readFileSync } from 'node:fs';
import { type World } from '#libs/testing';

/** What a process needed during a phase. */
export interface ProcessFigures {
  readonly program: string;
  /** Resident megabytes, medians of the first and of the last third of the phase. */
  readonly first: number;
  readonly last: number;
  /** Last over first, less one. */
  readonly growth: number;
  /** Share of one core. */
  readonly cores: number;
}

/** Milliseconds between two samples. */
const interval = 500;
/** Linux counts processor time in hundredths of a second. */
const clockTick = 10;

/** Watches the memory and the processor time of every program of a world from now on (Linux). */
export class ProcessWatch {
  private readonly samples = new Map<string, number[]>();
  private readonly began = performance.now();
  private readonly processorTime: Map<string, number>;
  private readonly timer = setInterval(() => this.sample(), interval);

  constructor(private readonly world: World) {
    this.processorTime = this.processorTimes();
  }

  /** Ends the watch. */
  stop(): ProcessFigures[] {
    clearInterval(this.timer);
    const elapsed = performance.now() - this.began;
    const now = this.processorTimes();
    return [...this.samples].map(([program, sizes]) => {
      const third = Math.ceil(sizes.length / 3);
      const [first, last] = [median(sizes.slice(0, third)), median(sizes.slice(-third))];
      const cores = ((now.get(program) ?? 0) - (this.processorTime.get(program) ?? 0)) / elapsed;
      return { program, first, last, growth: last / first - 1, cores };
    });
  }

  private sample(): void {
    for (const program of this.world.ownProcesses) {
      const sizes = this.samples.get(program) ?? [];
      sizes.push(residentMegabytes(this.world.processOf(program)));
      this.samples.set(program, sizes);
    }
  }

  private processorTimes(): Map<string, number> {
    return new Map(this.world.ownProcesses.map((program) => [program, processorTime(this.world.processOf(program))]));
  }
}

function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

/** Milliseconds of user and system time; the name of the program stands in brackets and may hold spaces. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * clockTick;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
