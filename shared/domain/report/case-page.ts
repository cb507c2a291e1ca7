import { maskCpr } from '../importing/mask-cpr.ts';
import type { Action } from '../review/action.ts';
import { answersByItem, type ItemAnswer } from '../review/answer.ts';
import type { CaseworkerComment, Conversation } from '../review/conversation.ts';
import { type Finding, findings } from '../review/findings.ts';
import { type ChecklistTemplate, type TemplateItem, templateItems } from '../review/template.ts';

/** What the talk with the caseworker left: null before anything was written. */
export interface CaseTalk {
  readonly conversation: Conversation | null;
  /** The caseworker's own comments, by item id. */
  readonly comments: Readonly<Record<string, CaseworkerComment>>;
}

export interface CasePageFacts extends CaseTalk {
  readonly template: ChecklistTemplate;
  readonly answers: readonly ItemAnswer[];
  /** The actions of this case. */
  readonly actions: readonly Action[];
}

/** A finding with what the reader wrote about it, and beside it what the caseworker says. */
export interface PageFinding extends Finding {
  readonly note: string;
  readonly evidence: string;
  readonly comment: CaseworkerComment | null;
}

/** What the leader and the caseworker talk about, in the order they do. No text of it holds a CPR number. */
export interface CasePage {
  readonly answered: number;
  readonly items: number;
  readonly good: {
    readonly yes: number;
    /** Answers other than "not relevant". */
    readonly relevant: number;
    /** Starred by the reader, with the line on what worked. */
    readonly starred: readonly { readonly item: TemplateItem; readonly line: string }[];
    /** Answered yes and critical: what matters most to the child. Without the starred ones. */
    readonly important: readonly TemplateItem[];
    /** How many more were answered yes. */
    readonly others: number;
  };
  /** Critical ones first. */
  readonly findings: readonly PageFinding[];
  readonly conversation: Conversation;
  /** Open ones first, critical before others, then by deadline. */
  readonly actions: readonly Action[];
}

export const noConversation: Conversation = { held: null, praise: '', agreement: '', due: null };

/** What the page of a case says. */
export function casePage({ template, answers, actions, conversation, comments }: CasePageFacts): CasePage {
  const items = templateItems(template);
  const values = answersByItem(answers);
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]));
  const yes = items.filter(({ id }) => values.get(id) === 'yes');
  const starred = items.flatMap((item) => {
    const line = byItem.get(item.id)?.goodPractice;
    return line === undefined ? [] : [{ item, line: maskCpr(line.trim()) }];
  });
  const isStarred = new Set(starred.map(({ item }) => item.id));
  const important = yes.filter(({ id, severity }) => severity === 'critical' && !isStarred.has(id));
  return {
    answered: values.size,
    items: items.length,
    good: {
      yes: yes.length,
      relevant: [...values.values()].filter((value) => value !== 'na').length,
      starred,
      important,
      others: yes.filter(({ id }) => !isStarred.has(id)).length - important.length,
    },
    findings: findings(template, answers).map((finding) => withWords(finding, byItem, comments)),
    conversation: masked(conversation ?? noConversation),
    actions: actions.map(withoutCpr).toSorted(byUrgency),
  };
}

function withWords(
  finding: Finding,
  answers: ReadonlyMap<string, ItemAnswer>,
  comments: CaseTalk['comments'],
): PageFinding {
  const { id } = finding.item;
  const { note = '', evidence = '' } = answers.get(id) ?? {};
  const comment = comments[id];
  return {
    ...finding,
    note: maskCpr(note.trim()),
    evidence: maskCpr(evidence.trim()),
    comment: comment === undefined ? null : { ...comment, text: maskCpr(comment.text) },
  };
}

function masked(conversation: Conversation): Conversation {
  const { praise, agreement } = conversation;
  return { ...conversation, praise: maskCpr(praise.trim()), agreement: maskCpr(agreement.trim()) };
}

function withoutCpr(action: Action): Action {
  return { ...action, text: maskCpr(action.text), owner: maskCpr(action.owner) };
}

function byUrgency(a: Action, b: Action): number {
  const due = (action: Action): string => action.due ?? '9999-12-31';
  return (
    Number(a.done !== null) - Number(b.done !== null) ||
    Number(b.critical) - Number(a.critical) ||
    (due(a) < due(b) ? -1 : Number(due(a) > due(b)))
  );
}
