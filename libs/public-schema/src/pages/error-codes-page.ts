import { errorTopics, type ErrorTopic, languages } from '#libs/kernel';
import type { InEveryLanguage } from '#libs/kernel';
import { errorTopicTitles } from './error-topics.js';
import { code, contents, generated, lines, table } from './markdown.js';

type Row = (typeof errorTopics)[ErrorTopic][string];

const topics = Object.keys(errorTopics) as ErrorTopic[];

/** docs/error-codes.md: every code of the catalogue, feature by feature. */
export function errorCodesPage(): string {
  return lines(
    generated('libs/kernel/src/errors'),
    '# Error codes 错误代码',
    '',
    introduction,
    ...contents(topics.map((topic) => ({ title: errorTopicTitles[topic], below: Object.keys(errorTopics[topic]) }))),
    ...topics.flatMap(topicSection),
  );
}

const introduction = [
  'An error is known by its code, never by its text. In GraphQL it stands in `errors[].extensions.code`; a plain HTTP request is',
  'answered with problem details (RFC 9457) and the status given here. In `extensions` stand as well:',
  '',
  ...table(
    ['member', 'what it is'],
    [
      ['`code`', 'one of the codes below'],
      ['`field`', 'path of the input at fault, as the caller wrote it: `input.materials.0.certificate`'],
      ['`action`', 'what to do about it, in the language of the request'],
      ['`city`', 'division code of the city that is meant, where one is'],
      ['`retryAfter`', 'seconds after which it is worth trying again, where that is known'],
      ['`requestId`', 'id of the request, with `INTERNAL` alone: the operators find the fault by it'],
    ],
  ),
  'Texts are said in the language of the request (Accept-Language: `zh-Hans`, `zh-Hant`, `en`). `{name}` stands for a parameter of the case;',
  'a part in `[…]` is left out when its parameter is not given. `{field}` is the path of the input.',
  '',
].join('\n');

function topicSection(topic: ErrorTopic): string[] {
  const rows = Object.entries(errorTopics[topic]);
  return [`## ${errorTopicTitles[topic]}`, '', ...rows.flatMap(([name, row]) => codeSection(name, row))];
}

function codeSection(name: string, row: Row): string[] {
  const parameters = [...new Set([...parametersIn(row.message), ...parametersIn(row.action)])];
  return [
    `### ${name}`,
    '',
    `HTTP ${row.status}${parameters.length > 0 ? ` · parameters: ${parameters.map(code).join(', ')}` : ''}`,
    '',
    ...table(
      ['', 'cause 原因', 'what to do 处理'],
      languages.map((language) => [languageNames[language], row.message[language], row.action[language]]),
    ),
  ];
}

const languageNames: InEveryLanguage = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

const parametersIn = (text: InEveryLanguage): string[] =>
  [...text.en.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
