import { type City } from './city.js';

/** A way in which a node fails, and how it becomes well again. */
export interface Fault {
  /** First word of the key of its ratio. */
  readonly name: 'stopped' | 'hanging' | 'rubbish' | 'slow';
  begin(city: City): void | Promise<void>;
  end(city: City): void | Promise<void>;
}

/** Everything that is measured, in the order of a round. */
export const faults: readonly Fault[] = [
  { name: 'stopped', begin: (city) => city.stop(), end: (city) => city.restart() },
  { name: 'hanging', begin: (city) => city.halt(), end: (city) => city.goOn() },
  { name: 'rubbish', begin: (city) => city.answer('rubbish'), end: (city) => city.answer('well') },
  { name: 'slow', begin: (city) => city.answer('slow'), end: (city) => city.answer('well') },
];
