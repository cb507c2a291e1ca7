"""Writes the cells of a report with XlsxWriter: the same texts, figures, formulas, looks, number formats, row heights,
column widths, names and page set-up. Prints how long each run took, from an empty workbook to the closed file."""
import datetime, json, resource, sys, time
import xlsxwriter

path, target, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(path, encoding='utf8') as file:
    book = json.load(file)


def look(each):
    known = {'font_name': 'Arial', 'font_size': each['size'], 'bold': each['bold'], 'font_color': '#' + each['color'][2:],
             'align': each['horizontal'], 'valign': {'middle': 'vcenter'}.get(each['vertical'], each['vertical']),
             'text_wrap': each['wraps'], 'indent': each['indent']}
    if 'fill' in each:
        known['bg_color'] = '#' + each['fill'][2:]
    if 'line' in each:
        known['bottom'] = 2 if each['line']['style'] == 'medium' else 1
        known['bottom_color'] = '#' + each['line']['color'][2:]
    if each['format']:
        known['num_format'] = each['format']
    return known


def write():
    workbook = xlsxwriter.Workbook(target)
    looks = [workbook.add_format(look(each)) for each in book['looks']]
    for sheet in book['sheets']:
        page = workbook.add_worksheet(sheet['name'])
        page.set_paper(9)
        page.set_footer('&LFod&RSide &P af &N')
        page.fit_to_pages(1, 0)
        if sheet['orientation'] == 'landscape':
            page.set_landscape()
        for column, width in enumerate(sheet['widths']):
            page.set_column(column, column, width)
        if sheet['header'] >= 0:
            page.freeze_panes(sheet['header'] + 1, 0)
            page.repeat_rows(sheet['header'])
        for row, (height, cells) in enumerate(sheet['rows']):
            page.set_row(row, height)
            column = 0
            for kind, value, index, span, result in cells:
                style = looks[index]
                if span > 1:
                    page.merge_range(row, column, row, column + span - 1, value or '', style)
                elif kind == 'text':
                    page.write_string(row, column, value, style)
                elif kind == 'number':
                    page.write_number(row, column, value, style)
                elif kind == 'date':
                    page.write_datetime(row, column, datetime.datetime.fromisoformat(value), style)
                elif kind == 'formula':
                    page.write_formula(row, column, value, style, result)
                else:
                    page.write_blank(row, column, None, style)
                column += span
    for name, place in book['names']:
        workbook.define_name(name, place)
    workbook.close()


times = []
for _ in range(runs):
    wall, user = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
    write()
    times.append({'wall': (time.perf_counter() - wall) * 1000,
                  'user': (resource.getrusage(resource.RUSAGE_SELF).ru_utime - user) * 1000})
print(json.dumps({'times': times}))
