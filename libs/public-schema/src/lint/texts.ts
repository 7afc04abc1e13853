import { getNullableType, GraphQLString, type GraphQLSchema } from 'graphql';
import { fieldsOf, type FieldMember } from '../members.js';

/** What a field is called that answers words for people to read. */
const saysWords = /(name|title|text|why|reason|remedy|department|category|label)$/i;

/** Fields that are called so and answer no text of ours in three languages, and what they answer. */
export const textsAsTheyAre: Readonly<Record<string, string>> = {
  'VerificationCheck.name': 'the check’s name in the code; its text says it in words',
  'VerificationCheck.reason': 'a code of a closed set; the text beside it says it in words',
  'ApplicationMaterial.reason': 'an error code; docs/error-codes.md says it in words',
  'Certificate.statusReason': 'as the officer or the holder wrote it',
  'ScannedDocument.name': 'the name of a file',
  'Mandate.principalName': 'the name of a person',
  'Mandate.agentName': 'the name of a person',
  'Application.applicantName': 'the name of a person',
  'Application.agentName': 'the name of a person',
  'Intake.applicantName': 'the name of a person',
  'Intake.agentName': 'the name of a person',
};

/** A name, a title or a reason is answered in the language asked for: it takes `language`, and Accept-Language holds without it. */
export function lintTexts(schema: GraphQLSchema): string[] {
  const silent = fieldsOf(schema)
    .filter(({ field }) => getNullableType(field.type) === GraphQLString && saysWords.test(field.name))
    .filter((member) => !takesLanguage(member))
    .map(({ typeName, field }) => `${typeName}.${field.name}`);
  return [
    ...silent.filter((name) => !(name in textsAsTheyAre)).map((name) => `${name} is a text and takes no language`),
    ...Object.keys(textsAsTheyAre)
      .filter((name) => !silent.includes(name))
      .map((name) => `${name} stands among the texts as they are, but is none or takes a language`),
  ];
}

const takesLanguage = ({ field }: FieldMember): boolean =>
  field.args.some(({ name, type }) => name === 'language' && String(type) === 'Language');
