import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/persistence';
import type { EntityManager } from 'typeorm';

/** Who is told when something happens to a case. A node is one program: whatever changes a case changes it here. */
@Injectable()
export class ApplicationChanges {
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Tells the watchers of a case once the unit of work is on disk; nobody hears of one that was rolled back. */
  tellAfterCommit(tx: EntityManager, application: string): void {
    this.unitOfWork.afterCommit(tx, () => {
      for (const ring of this.watchers.get(application) ?? []) ring();
    });
  }

  /** Rings at every change of a case from now on. @returns stops it */
  watch(application: string, ring: () => void): () => void {
    const watchers = this.watchers.get(application) ?? new Set();
    this.watchers.set(application, watchers.add(ring));
    return () => {
      watchers.delete(ring);
      if (watchers.size === 0) this.watchers.delete(application);
    };
  }

  /** Cases that somebody watches now. */
  get watched(): number {
    return this.watchers.size;
  }
}
