import type { TemplateLine } from '#shared/contract/templates.ts';

import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { draftKey } from './drafts-context.tsx';
import { draftKind, ownIdOf } from './template-draft.ts';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateList } from './template-list.tsx';

/** Skabeloner: what do we ask of a case? The list, or the edition that the route names. */
export function TemplatesPage() {
  const templates = useQuery('review.templates', {});
  const { params } = useRoute().route;
  return (
    <QueryView query={templates} height={600}>
      {(lines) => {
        const line = lines.find(({ id, edition }) => id === params['id'] && String(edition) === params['edition']);
        return line === undefined ? (
          <TemplateList lines={lines} />
        ) : (
          <OpenedTemplate lines={lines} line={line} copy={params['copy'] !== undefined} />
        );
      }}
    </QueryView>
  );
}

interface OpenedTemplateProps {
  readonly lines: readonly TemplateLine[];
  readonly line: TemplateLine;
  readonly copy: boolean;
}

function OpenedTemplate({ lines, line, copy }: OpenedTemplateProps) {
  const { id, edition } = line;
  const kind = draftKind(line, lines, copy);
  const newest = lines.find((each) => each.id === id && each.newest) ?? line;
  const opened = useQuery('review.template', { id, edition });
  const former = useQuery('review.template', kind === 'copy' ? null : { id, edition: newest.edition });
  const key = draftKey(id, edition, kind === 'copy');
  return (
    <QueryView query={opened} height={600}>
      {(template) =>
        kind === 'copy' ? (
          <TemplateEditor
            key={key}
            draft={key}
            opened={template}
            former={null}
            kind={kind}
            own={copy ? undefined : newestOf(lines, ownIdOf(id))}
          />
        ) : (
          <QueryView query={former} height={600}>
            {(latest) => <TemplateEditor key={key} draft={key} opened={template} former={latest} kind={kind} />}
          </QueryView>
        )
      }
    </QueryView>
  );
}

function newestOf(lines: readonly TemplateLine[], id: string): TemplateLine | undefined {
  return lines.find((line) => line.id === id && line.newest);
}
