import { type Call } from "../../../syntax/expressions.js";
import { type Statement } from "../../../syntax/form.js";

export interface FoundCall {
  readonly expression: Call;
  /** Does a `try` around it take its exception? */
  readonly isHandled: boolean;
}

/** The calls that stand as statements or assigned values in a body, in all its branches. */
export function callsIn(body: readonly Statement[], isHandled = false): readonly FoundCall[] {
  return body.flatMap((statement): readonly FoundCall[] => {
    switch (statement.kind) {
      case "ExpressionStatement":
        return statement.expression.kind === "Call" ? [{ expression: statement.expression, isHandled }] : [];
      case "Assign":
        return statement.value?.kind === "Call" ? [{ expression: statement.value, isHandled }] : [];
      case "Return":
        return statement.value?.kind === "Call" ? [{ expression: statement.value, isHandled }] : [];
      case "Branch":
        return [...callsIn(statement.body, isHandled), ...callsIn(statement.otherwise, isHandled)];
      case "Loop":
        return [...callsIn(statement.body, isHandled), ...callsIn(statement.otherwise, isHandled)];
      case "With":
        return callsIn(statement.body, isHandled);
      case "Try": {
        const isTaken = statement.handlers.some((handler) => !raises(handler.body));
        const inside = callsIn(statement.body, isHandled || isTaken);
        const others = [
          ...statement.handlers.flatMap((handler) => handler.body),
          ...statement.otherwise,
          ...statement.final,
        ];
        return [...inside, ...callsIn(others, isHandled)];
      }
      default:
        return [];
    }
  });
}

function raises(body: readonly Statement[]): boolean {
  return body.some(
    (statement) =>
      statement.kind === "Raise" ||
      (statement.kind === "Branch" && (raises(statement.body) || raises(statement.otherwise))),
  );
}
