/** A question file without problems, for tests to break. */
export const goodCard = `---
level: mid
kind: concept
tags: [skew, features]
tools: [Feast]
minutes: 4
related: [serving/batching]
volatility: stable
reviewed: 2026-11-23
---

# What is training-serving skew?

A model scores well offline.

\`\`\`yaml title=feature_store.yaml
project: demo
\`\`\`

## Short answer

Different inputs.

## Explanation

Two paths, **two** results.

### A part of it

More.

## Example

| a | b |
|---|---|
| 1 | 2 |

## Trade-offs

- Costs time.

## Red flags

- "Retrain." No.

## Follow-ups

- And then?
  This way.
  And that way.

## Key points

- First point
- Second point

## Hints

- Look at the rows.

## Bar

- junior: says it
- senior: measures it

## Quiz

What now?

- [x] Compare the rows
  It shows the fault.
- [ ] Retrain the model
  It hides the fault.
- [ ] Wait for a week
  Nothing changes.
- [ ] Blame the network
  It is not slow.

## References

- [Rules of ML](https://developers.google.com/machine-learning/guides/rules-of-ml): rule 37
`;
