import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { type DirectoryNode, directoryTyp, ProgramLog } from '#libs/platform';
import { ReferenceData, RegistryContext } from '../reference/index.js';
import { type DirectorySource, readDirectorySource } from './directory-file.js';

/** The directory as it is served: signed, with the ETag by which pollers see that nothing changed. */
export interface SignedDirectory {
  readonly token: string;
  readonly etag: string;
  readonly source: DirectorySource;
}

interface Reading {
  readonly changedAt: number;
  readonly signed: SignedDirectory;
}

/** The node directory: its file is looked at before each answer and read, checked and signed anew when it changed. */
@Injectable()
export class PublishedDirectory {
  private reading?: Reading;
  private refresh?: Promise<SignedDirectory>;

  constructor(
    private readonly context: RegistryContext,
    private readonly log: ProgramLog,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * The directory as of now; callers at the same time share one look at the file.
   * @throws SETTING_INVALID when the file is wrong and no earlier reading of it is at hand
   */
  current(): Promise<SignedDirectory> {
    this.refresh ??= this.look().finally(() => (this.refresh = undefined));
    return this.refresh;
  }

  /** The node that speaks for a division. */
  async nodeOf(division: string): Promise<DirectoryNode | undefined> {
    const { source } = await this.current();
    return source.nodes.find((node) => node.division === division);
  }

  private async look(): Promise<SignedDirectory> {
    const changedAt = (await stat(this.context.directoryFile)).mtimeMs;
    if (this.reading?.changedAt === changedAt) return this.reading.signed;
    try {
      this.reading = { changedAt, signed: await this.read() };
    } catch (fault) {
      if (!this.reading) throw fault;
      this.log.fault(fault, { file: this.context.directoryFile });
      this.reading = { changedAt, signed: this.reading.signed };
    }
    return this.reading.signed;
  }

  private async read(): Promise<SignedDirectory> {
    const source = readDirectorySource(await readFile(this.context.directoryFile, 'utf8'));
    const { signingKey, clock } = this.context;
    const registry = { ...source.registry, version: this.reference.version };
    const token = await new SignJWT({ ...source, registry })
      .setProtectedHeader({ alg: 'ES256', typ: directoryTyp, kid: signingKey.kid })
      .setIssuer(signingKey.uri)
      .setIssuedAt(clock.now())
      .sign(signingKey.privateKey);
    const etag = `"${createHash('sha256')
      .update(JSON.stringify([source, registry.version]))
      .digest('base64url')
      .slice(0, 22)}"`;
    return { token, etag, source };
  }
}
