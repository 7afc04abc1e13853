import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Relay's `Node`: an object with a global ID. The ID carries the division that owns the object. */
@InterfaceType('Node', { description: 'An object with a global ID; the ID names the division that owns it (全局对象)' })
export abstract class Node {
  @Field(() => ID, { description: 'Global ID (全局标识)' })
  id!: string;
}
