/*
 * What reading and writing the log takes, in one module that the host imports at first use and not at activation:
 * fflate builds its tables as it is loaded, which takes longer than everything else at start.
 */
export { decodeLog, encodeLog, encodeNewest } from './codec';
export { effective } from './effective';
export { fromJsonLines, historyOf, toJsonLines, toOptimiserCsv } from './exchange';
export { Replay } from './replay';
