import type { Command } from './command.ts';
import type { CommandName } from './command-line.ts';
import { answerCommand } from './commands/answer.ts';
import { auditCommand } from './commands/audit.ts';
import { deleteCommand } from './commands/delete.ts';
import { retentionCommand } from './commands/retention.ts';
import { dateCheckCommand } from './commands/date-check.ts';
import { demoCommand } from './commands/demo.ts';
import { collectCommand } from './commands/collect.ts';
import { drawCommand } from './commands/draw.ts';
import { enlargeCommand } from './commands/enlarge.ts';
import { importCommand } from './commands/import.ts';
import { receiveCommand } from './commands/receive.ts';
import { recordCommand } from './commands/record.ts';
import { reportCommand } from './commands/report.ts';
import { resultCommand } from './commands/result.ts';
import { sendCommand } from './commands/send.ts';
import { sheetCommand } from './commands/sheet.ts';
import { verifyCommand } from './commands/verify.ts';
import { yearPlanCommand } from './commands/year-plan.ts';

export const commands: Readonly<Record<CommandName, Command>> = {
  demo: demoCommand,
  import: importCommand,
  draw: drawCommand,
  enlarge: enlargeCommand,
  answer: answerCommand,
  report: reportCommand,
  record: recordCommand,
  sheet: sheetCommand,
  verify: verifyCommand,
  'year-plan': yearPlanCommand,
  'date-check': dateCheckCommand,
  audit: auditCommand,
  delete: deleteCommand,
  retention: retentionCommand,
  send: sendCommand,
  receive: receiveCommand,
  result: resultCommand,
  collect: collectCommand,
};
