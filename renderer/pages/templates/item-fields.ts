import type { TemplateItem } from '#shared/domain/review/template.ts';

import type { ItemPatch } from './template-draft.ts';

/** A field of an item: what it holds, what is wrong with it, and how a change of it is kept. */
export interface ItemFields {
  readonly item: TemplateItem;
  /** `writing` names the field whose text is being written. */
  readonly patch: (patch: ItemPatch, writing?: string, text?: string) => void;
  readonly wrong: (field: string) => string | undefined;
}
