import { Args, ID } from '@nestjs/graphql';
import { DivisionCodeScalar } from './scalars.js';

/** Parameter decorator: the one argument of a mutation, and of a query that takes an object. */
export const InputArgument = (): ParameterDecorator =>
  Args('input', { description: 'What is wanted, with everything it takes (请求参数)' });

/** Parameter decorator: the global ID of what is asked for. @param what e.g. `certificate` @param term its Chinese term */
export const IdArgument = (what: string, term: string): ParameterDecorator =>
  Args('id', { type: () => ID, description: `Global ID of the ${what} (${term}全局标识)` });

/** Parameter decorator: the cities that a list or a sum is asked of. The gateway reads it; a node answers for itself. */
export const CitiesArgument = (): ParameterDecorator =>
  Args('cities', {
    type: () => [DivisionCodeScalar],
    nullable: true,
    description: 'Only these cities; absent: every city (城市范围)',
  });
