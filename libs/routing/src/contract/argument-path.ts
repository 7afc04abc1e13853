import { getNullableType, isInputObjectType, type GraphQLField, type GraphQLInputType } from 'graphql';

/** The input type at a path such as `input.division` among the field's arguments. */
export function argumentTypeAt(field: GraphQLField<unknown, unknown>, path: string): GraphQLInputType | undefined {
  const [argumentName, ...rest] = path.split('.');
  let type = field.args.find(({ name }) => name === argumentName)?.type;
  for (const name of rest) {
    const input: unknown = getNullableType(type);
    type = isInputObjectType(input) ? input.getFields()[name]?.type : undefined;
  }
  return type;
}
