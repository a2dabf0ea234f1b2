import {
  CATEGORIES,
  type Category,
  type Example,
  type Rule,
  type RuleText,
  SEVERITIES,
} from '../../lib/engine/types.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';
import words from './zh-CN.json' with { type: 'json' };

const chinese = textsIn('zh-CN').rules;
const english = textsIn('en').rules;

const nameOf = (rule: Rule) => rule.id.slice(rule.id.indexOf('/') + 1);
const categoryOf = (rule: Rule) => rule.id.slice(0, rule.id.indexOf('/')) as Category;

/** An example as one line of Markdown code, its line breaks and invisible characters shown. */
const shown = (text: string) =>
  `\`${text
    .replaceAll('`', 'ˋ')
    .replaceAll('\n', '⏎')
    .replaceAll('\r', '␍')
    .replace(
      /[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ue000-\uf8ff\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}\``;

function exampleLines(examples: readonly Example[]): string[] {
  const lines: string[] = [`| ${words.wrong} | ${words.right} |`, '|---|---|'];
  for (const example of examples) {
    if ('wrong' in example)
      lines.push(`| ${shown(example.wrong)} | ${example.right === undefined ? '' : shown(example.right)} |`);
  }
  lines.push('', words.traps, '');
  for (const example of examples) if (!('wrong' in example)) lines.push(`- ${shown(example.right)}`);
  return lines;
}

/** What the rule says, each with its severity, {placeholders} as they are. */
const messageLines = ({ messages }: Rule, text: RuleText): string[] => [
  `| ${words.severity} | ${words.message} |`,
  '|---|---|',
  ...SEVERITIES.flatMap((level) =>
    Object.entries(messages).flatMap(([key, severity]) =>
      severity === level ? [`| ${words.severities[level]} | ${text.messages[key]!} |`] : [],
    ),
  ),
];

function rulePage(rule: Rule, text: RuleText, translation: RuleText): string {
  const { id, basis, recommended = true, scope } = rule;
  const facts = [`\`${id}\``, ...(basis ? [basis] : []), words.scopes[scope], ...(recommended ? [] : [words.optional])];
  return `${[
    words.generated,
    `# ${text.title}`,
    '',
    facts.join(' · '),
    '',
    text.description,
    '',
    `*${translation.title}. ${translation.description}*`,
    '',
    `## ${words.messages}`,
    '',
    ...messageLines(rule, text),
    '',
    `## ${words.examples}`,
    '',
    ...exampleLines(rule.examples),
    '',
    `[${words.source}](../../../rules/${id}.ts) · [${words.index}](../README.md)`,
  ].join('\n')}\n`;
}

function indexPage(): string {
  const lines = [words.generated, `# ${words.title}`, '', words.intro.replace('{count}', String(rules.length)), ''];
  for (const category of CATEGORIES) {
    const members = rules.filter((rule) => categoryOf(rule) === category);
    if (members.length === 0) continue;
    lines.push(
      `## ${words.categories[category]}`,
      '',
      `| ${words.rule} | ${words.severity} | ${words.basis} |`,
      '|---|---|---|',
    );
    for (const rule of members) {
      const title = `[${chinese[rule.id]!.title}](${rule.id}.md)`;
      lines.push(`| ${title} | ${words.severities[rule.severity]} | ${rule.basis ?? ''} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** Every page of docs/rules by its path below it. */
export function rulePages(): Map<string, string> {
  const pages = new Map([['README.md', indexPage()]]);
  for (const rule of rules) {
    pages.set(`${categoryOf(rule)}/${nameOf(rule)}.md`, rulePage(rule, chinese[rule.id]!, english[rule.id]!));
  }
  return pages;
}
