/** What a command line begins with, behind variables that are set for it alone. */
const begins = /^(?:[A-Z_]+=\S* )*(?:tellal|npm|npx|node|bash|sh|docker|systemctl|journalctl|curl|\.ci\/\w+) /u;

/**
 * The command lines of a page: each line of its blocks that are marked as `sh`, and each span of code that begins like one. Without
 * remarks, one by one where `&&` joins several.
 */
export function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/```(\w*)\n([\s\S]*?)```/gu)];
  const shell = blocks.flatMap(([, language, body = ""]) => (language === "sh" ? body.split("\n") : []));
  const spans = [...text.replaceAll(/```[\s\S]*?```/gu, "").matchAll(/`([^`]+)`/gu)]
    .map(([, span = ""]) => span.replaceAll(/\s+/gu, " "))
    .filter((span) => begins.test(span));
  return [...shell, ...spans]
    .flatMap((line) => line.replace(/\s+#.*$/u, "").split(" && "))
    .map((command) => command.trim())
    .filter((command) => command !== "");
}

/** Lines that look like commands, in blocks that are not marked as such. */
export function unmarkedCommands(text: string): string[] {
  const blocks = [...text.matchAll(/```(\w*)\n([\s\S]*?)```/gu)];
  return blocks.flatMap(([, language, body = ""]) =>
    language === "sh" ? [] : body.split("\n").filter((line) => begins.test(line.trim())),
  );
}

/** What npm would run for a command line, from the scripts of package.json; any other command as it is. */
export function withoutNpm(command: string, scripts: Readonly<Record<string, string>>): string {
  const asked =
    /^(?<before>.*?)npm (?:run (?:--silent )?(?<name>[\w-]+)|(?<short>start|test))(?: -- (?<args>.*))?$/u.exec(command);
  if (asked === null) return command;
  const { before = "", name, short, args } = asked.groups ?? {};
  const script = scripts[name ?? short ?? ""];
  if (script === undefined) throw new Error(`${command}: package.json has no such script`);
  return `${before}${script}${args === undefined ? "" : ` ${args}`}`;
}
