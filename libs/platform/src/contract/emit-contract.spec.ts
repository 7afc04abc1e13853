import { describe, expect, it } from '@jest/globals';
import { Args, Directive, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DirectiveLocation, GraphQLDirective, GraphQLNonNull, GraphQLString } from 'graphql';
import { ConnectionOf } from '../graphql/connection.js';
import { Language, LanguageArgs } from '../graphql/language.js';
import { Node } from '../graphql/node-interface.js';
import { PageArgs } from '../graphql/page-args.js';
import { LocalDateScalar } from '../graphql/scalars.js';
import { emitContract } from './emit-contract.js';

@ObjectType({ implements: () => [Node], description: '电子证照' })
class Certificate extends Node {
  @Field(() => LocalDateScalar, { nullable: true, description: '有效期至' })
  validUntil?: string;

  @Field(() => Date, { description: '签发时间' })
  issuedAt!: Date;
}

@ObjectType()
class CertificateConnection extends ConnectionOf(Certificate) {}

@Resolver(() => Certificate)
class CertificateResolver {
  @Query(() => Certificate, { nullable: true })
  @Directive('@owner(argument: "id")')
  certificate(@Args('id', { type: () => ID }) _id: string): Certificate | null {
    return null;
  }

  @Query(() => CertificateConnection, { nullable: true })
  certificates(@Args() _page: PageArgs): CertificateConnection | null {
    return null;
  }

  @Query(() => String)
  greeting(@Args() { language }: LanguageArgs): string {
    return language ?? Language.EN;
  }
}

const owner = new GraphQLDirective({
  name: 'owner',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { argument: { type: new GraphQLNonNull(GraphQLString) } },
});

describe('an emitted contract', () => {
  it('holds the applied directives, the descriptions, the connection and the platform’s scalars', async () => {
    const contract = await emitContract({ resolvers: [CertificateResolver], directives: [owner] });
    expect(contract).toContain('certificate(id: ID!): Certificate @owner(argument: "id")');
    expect(contract).toContain('type Certificate implements Node');
    expect(contract).toContain('validUntil: LocalDate');
    expect(contract).toContain('issuedAt: DateTime!');
    expect(contract).toContain('电子证照');
    expect(contract).toMatch(
      /type CertificateConnection \{[^}]*edges: \[CertificateEdge!\]![^}]*unavailableCities: \[ID!\]/s,
    );
    expect(contract).toMatch(/first: Int! = 20/);
    expect(contract).toMatch(/enum Language \{[^}]*ZH_HANS/s);
  });

  it('is refused with every fault that the lint finds', async () => {
    const lint = (): string[] => ['Query.certificates has no route', 'Query.greeting has no route'];
    await expect(emitContract({ resolvers: [CertificateResolver], directives: [owner], lint })).rejects.toThrow(
      /certificates has no route\n- Query.greeting/,
    );
  });
});
