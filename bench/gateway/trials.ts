import { type Work } from './questions.js';

/** One thing that is measured: the work, before how many cities, and the key of the ratio to each other contestant. */
export interface Trial {
  readonly work: Work;
  readonly cities: number;
  readonly title: string;
  readonly against: Readonly<Record<string, string>>;
}

/** Everything that is measured, as one table. */
export const trials: readonly Trial[] = [
  {
    work: 'read',
    cities: 3,
    title: 'Routed read of one application: 15 fields, a nested list of 5',
    against: {
      proxy: 'routedReadVsProxy',
      httpProxy: 'routedReadVsHttpProxy',
      apollo: 'routedReadVsApollo',
      hive: 'routedReadVsHive',
      mercurius: 'routedReadVsMercurius',
      grafbase: 'routedReadVsGrafbase',
    },
  },
  {
    work: 'list',
    cities: 3,
    title: 'One root field of three cities, 20 entries of 10 fields each, merged into one list',
    against: {
      proxy: 'mergeVsProxy',
      httpProxy: 'mergeVsHttpProxy',
      apollo: 'mergeVsApollo',
      hive: 'mergeVsHive',
      mercurius: 'mergeVsMercurius',
      grafbase: 'mergeVsGrafbase',
    },
  },
  {
    work: 'page',
    cities: 3,
    title: 'The same as a page of 20 of a connection',
    against: { proxy: 'mergeConnectionVsProxy', httpProxy: 'mergeConnectionVsHttpProxy' },
  },
  {
    work: 'join',
    cities: 3,
    title: '20 entries of one city, each with a reference to an object of another city',
    against: { proxy: 'joinVsProxy', httpProxy: 'joinVsHttpProxy' },
  },
  {
    work: 'list',
    cities: 14,
    title: 'The merged list of 14 cities',
    against: { proxy: 'merge14VsProxy', httpProxy: 'merge14VsHttpProxy' },
  },
  {
    work: 'list',
    cities: 50,
    title: 'The merged list of 50 cities',
    against: { proxy: 'merge50VsProxy', httpProxy: 'merge50VsHttpProxy' },
  },
];
