/** Forms that no rule of endings joins: "written" and "write". */
const irregular: ReadonlyMap<string, string> = new Map(
  [
    'run ran',
    'write wrote written',
    'build built',
    'choose chose chosen choice',
    'find found',
    'send sent',
    'lose lost loss losses',
    'keep kept',
    'take took taken',
    'freeze froze frozen',
    'break broke broken',
    'hide hid hidden',
    'pay paid',
    'shrink shrunk shrank',
    'grow grew grown growth',
    'fall fell fallen',
    'know known knew',
    'learn learnt',
    'compare comparison',
    'decide decision',
    'analyse analysis analyses analyze',
    'fail failure',
    'bias biases biased',
    'own owner ownership',
    'index indices indexes',
    'use uses used using',
    'metric metrics',
    'weak weaker',
    'slow slower',
    'early earlier earliest',
    'big bigger biggest',
    'bad worse worst',
    'good better best',
  ].flatMap((line) => {
    const [base = '', ...others] = line.split(' ');
    return others.map((word): [string, string] => [word, base]);
  }),
);

/** Endings that make a new word of an old one, long ones first; cut where four letters are left. */
const endings =
  /^(.{4,}?)(?:i[sz]ation|i[sz]er|i[sz]e|i[sz]|ibility|ability|ative|ation|ator|ate|at|istic|ist|ism|(?<=[ts])ion|ically|ical|ally|ably|ibly|ality|ivity|fulness|iveness|ness|ment|ance|ence|ancy|ency|able|ible|ant|ent|ity|ive|ic|al|ly|er|or)$/;

/**
 * The part of a lower-case word that its forms share: "retraining" and "retrained" give "retrain",
 * "normalise" and "normalization" give "normal". Words of up to three letters and words with digits stay as they are.
 */
export function stem(word: string): string {
  const base = irregular.get(word) ?? word;
  if (base.length < 4 || /\d/.test(base)) return base.replace(/^([^s]{2})s$/, '$1');
  const rest = withoutInflection(base.replace(/our(?=$|[sie])/, 'or').replace(/yz(?=[ei])/, 'ys'));
  // Twice, because endings pile up: "operational" by way of "operation".
  const once = endings.exec(rest)?.[1] ?? rest;
  return (endings.exec(once)?.[1] ?? once).replace(/e$/, '').replace(/y$/, 'i');
}

/** Without the plural, "-ed" and "-ing": "batches", "batched" and "batching" become "batch". */
function withoutInflection(word: string): string {
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?<=[sz]s|x|ch|sh|zz)es$/, '')
    .replace(/(?<=[^suiw']|pu)s$/, '');
  const present = singular.replace(/^(.*[aeiouy].*)(?:ed|ing)$/, '$1');
  if (present === singular || present.length < 3) return singular.replace(/(?<=.{4})ll$/, 'l');
  return present.replace(/([b-df-hjkmnp-rtv-y])\1$|(?<=.{4})ll$/, (twice) => twice.slice(1));
}
