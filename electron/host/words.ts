/** What the loopback host says in the terminal, and in the file that leads the browser to it. */
export const words = {
  program: 'Ledelsestilsyn',
  openProgram: 'Åbn Ledelsestilsyn',
  running: 'Ledelsestilsyn kører nu på denne computer. Linket virker én gang. Tryk Ctrl+C for at lukke programmet.',
  usage: 'Sådan bruges programmet: npm start -- [--workspace MAPPE] [--port NUMMER] [--no-open]',
  pageMissing: 'Siden er ikke bygget endnu. Kør: npm run build',
  portTaken: 'Porten er optaget af et andet program. Vælg en anden, eller udelad --port.',
  idle: 'Ledelsestilsyn er låst og lukket, fordi siden ikke har været åben i ti minutter. Start igen med: npm start',
  coreEnded: 'Programmet stoppede uventet. Det, der er gemt, er der stadig. Start igen med: npm start',
} as const;
