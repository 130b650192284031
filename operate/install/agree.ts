// A question before something is changed, where somebody sits who can answer it.
import { confirm, isCancel } from "@clack/prompts";

/** Whether to go on: asked on a terminal only, and not with --yes. */
export async function agree(question: string, { yes }: { yes: boolean }): Promise<boolean> {
  if (yes || process.stdin.isTTY !== true || process.stdout.isTTY !== true) return true;
  const answer = await confirm({ message: question });
  return !isCancel(answer) && answer;
}
