import type { Bank } from './bank';
import { checkBankRules } from './bankRules';
import { checkHouseRules } from './houseRules';
import { type BankFile, parseBank } from './parseBank';
import type { Problem } from './problem';

export { headOf } from './bank';
export { bankReport } from './bankReport';
export { formatProblem } from './problem';

/** Parses the bank that is shipped with the extension and holds it to the house rules as well. */
export function checkShippedBank(files: readonly BankFile[]): { bank: Bank; problems: Problem[] } {
  const { bank, problems } = parseBank(files);
  return {
    bank,
    problems: [...problems, ...bank.questions.flatMap(checkHouseRules), ...checkBankRules(bank)],
  };
}
