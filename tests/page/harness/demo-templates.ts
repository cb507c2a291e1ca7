import type { TemplateLine } from '#shared/contract/templates.ts';

const line = (id: string, title: string, items: number, part: Partial<TemplateLine> = {}): TemplateLine => ({
  id,
  edition: 1,
  title,
  items,
  source: 'built-in',
  newest: true,
  ...part,
});

/** The shelf of a municipality that has made its own edition of the long template. */
export const demoTemplateLines: readonly TemplateLine[] = [
  line('barnets-lov', 'Barnets lov', 45),
  line('kort-maanedligt-tilsyn', 'Kort månedligt tilsyn', 18),
  line('underretninger', 'Underretninger', 12),
  line('anbringelser', 'Anbringelser', 22),
  line('serviceloven', 'Serviceloven, sager før 2024', 41),
  line('barnets-lov-lokal', 'Barnets lov, vores udgave', 39, { edition: 2, source: 'own' }),
  line('barnets-lov-lokal', 'Barnets lov, vores udgave', 41, { source: 'own', newest: false }),
];
