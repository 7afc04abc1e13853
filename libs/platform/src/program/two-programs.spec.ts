import { afterEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsNotEmpty, MaxLength } from 'class-validator';
import { KuashiError } from '#libs/kernel';
import { AnyoneMay, RolesMay, SignedIn } from '../access/access-rules.js';
import { contractModule } from '../graphql/graphql-module.js';
import { Node } from '../graphql/node-interface.js';
import { PageArgs } from '../graphql/page-args.js';
import { createHttpProgram, type HttpProgram } from './create-http-program.js';

const settings = { mode: 'sandbox', host: '127.0.0.1', port: 0, logLevel: 'silent', corsOrigins: [] } as const;
const running: HttpProgram[] = [];

async function start(module: new () => object): Promise<HttpProgram> {
  const program = await createHttpProgram(module, settings, { name: 'spec' });
  running.push(program);
  return program;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.close()));
});

async function ask(program: HttpProgram, query: string, variables?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** Two programs whose object types share the name `Item` and nothing else, declared as two files would. */
function registryProgram(): new () => object {
  @ObjectType({ implements: () => [Node] })
  class Item extends Node {
    @Field(() => String)
    label!: string;
  }
  @Resolver(() => Item)
  class ItemResolver {
    @Query(() => Item)
    @AnyoneMay()
    item(@Args('id', { type: () => ID }) id: string): Item {
      return Object.assign(new Item(), { id });
    }

    @Query(() => Node)
    @AnyoneMay()
    node(@Args('id', { type: () => ID }) id: string): Node {
      return this.item(id);
    }

    @ResolveField(() => String)
    label(@Parent() item: Item): string {
      return `label of ${item.id}`;
    }
  }
  const contract = `
    interface Node { id: ID! }
    type Item implements Node { id: ID! label: String! }
    type Query { item(id: ID!): Item node(id: ID!): Node }`;
  @Module({ imports: [contractModule(contract)], providers: [ItemResolver] })
  class Registry {}
  return Registry;
}

function nodeProgram(): new () => object {
  @ObjectType()
  class Item {
    @Field(() => Number)
    price!: number;
  }
  @InputType()
  class ItemInput {
    @Field(() => String)
    @IsNotEmpty()
    @MaxLength(5)
    name!: string;
  }
  @Resolver(() => Item)
  class ItemResolver {
    @Query(() => Item)
    @AnyoneMay()
    item(@Args() page: PageArgs): Item {
      return { price: page.first };
    }

    @Query(() => String)
    @SignedIn()
    secret(): string {
      return 'secret';
    }

    @Mutation(() => Item)
    @AnyoneMay()
    makeItem(@Args('input') input: ItemInput): Item {
      if (input.name === 'fault') throw new Error('password 123');
      throw new KuashiError('ITEM_UNKNOWN', { field: 'input.name' });
    }
  }
  const contract = `
    scalar LocalDate
    type Item { price: Float! }
    input ItemInput { name: String! on: LocalDate }
    type Query { item(first: Int! = 20, after: String): Item secret: String }
    type Mutation { makeItem(input: ItemInput!): Item }`;
  @Module({ imports: [contractModule(contract)], providers: [ItemResolver] })
  class CityNode {}
  return CityNode;
}

describe('two programs in one process', () => {
  it('serve different types of the same name, each from its own contract', async () => {
    const registry = await start(registryProgram());
    const node = await start(nodeProgram());
    expect(await ask(registry, '{ item(id: "a") { __typename id label } }')).toEqual({
      data: { item: { __typename: 'Item', id: 'a', label: 'label of a' } },
    });
    expect(await ask(node, '{ item { price } }')).toEqual({ data: { item: { price: 20 } } });
    expect(await ask(node, '{ item { label } }')).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_INVALID' } }],
    });
  });

  it('find the type behind an interface by the class of the object', async () => {
    const registry = await start(registryProgram());
    expect(await ask(registry, '{ node(id: "a") { __typename ... on Item { label } } }')).toEqual({
      data: { node: { __typename: 'Item', label: 'label of a' } },
    });
  });
});

describe('a GraphQL program', () => {
  it('refuses inputs with the field and the reason', async () => {
    const node = await start(nodeProgram());
    const mutation = 'mutation ($input: ItemInput!) { makeItem(input: $input) { price } }';
    expect(await ask(node, mutation, { input: { name: 'too long' } })).toMatchObject({
      errors: [{ path: ['makeItem'], extensions: { code: 'BAD_INPUT', field: 'input.name' } }],
    });
    expect(await ask(node, '{ item(first: 1000) { price } }')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_INPUT', field: 'first' } }],
    });
    expect(await ask(node, mutation, { input: { name: 'x', on: '2026-02-30' } })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_INPUT', field: 'input.on' } }],
    });
    expect(await ask(node, 'mutation { makeItem(input: { name: "x", on: "x" }) { price } }')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_INPUT', field: 'input.on' } }],
    });
  });

  it('gives known errors their code, and of unknown ones only the id of the request', async () => {
    const node = await start(nodeProgram());
    expect(await ask(node, 'mutation { makeItem(input: { name: "x" }) { price } }')).toMatchObject({
      errors: [{ extensions: { code: 'ITEM_UNKNOWN', field: 'input.name' } }],
    });
    const unknown = await ask(node, 'mutation { makeItem(input: { name: "fault" }) { price } }');
    expect(unknown).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL', requestId: expect.any(String) } }] });
    expect(JSON.stringify(unknown)).not.toContain('123');
  });

  it('denies what needs a login to the anonymous caller', async () => {
    const node = await start(nodeProgram());
    expect(await ask(node, '{ secret }')).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      data: { secret: null },
    });
  });
});

describe('a root field that does not say who may call it', () => {
  it('keeps the program from starting', async () => {
    @Resolver()
    class Forgetful {
      @Query(() => String)
      open(): string {
        return 'open';
      }

      @Query(() => String)
      @RolesMay('auditor')
      closed(): string {
        return 'closed';
      }
    }
    @Module({ imports: [contractModule('type Query { open: String closed: String }')], providers: [Forgetful] })
    class Careless {}
    await expect(start(Careless)).rejects.toThrow(/Forgetful\.open$/);
  });
});

describe('a resolver that the contract has no field for', () => {
  it('keeps the program from starting', async () => {
    @Resolver()
    class Hasty {
      @Query(() => String)
      @AnyoneMay()
      planned(): string {
        return 'planned';
      }
    }
    @Module({ imports: [contractModule('type Query { built: String }')], providers: [Hasty] })
    class Unbuilt {}
    await expect(start(Unbuilt)).rejects.toThrow('Query.planned has a resolver and is not in the contract');
  });
});
