/*
 * What reading and writing the log takes, in one module that the host imports at first use and not at activation:
 * fflate builds its tables as it is loaded, which takes longer than everything else at start.
 */
export { decodeLog, encodeLog } from './codec';
export { effective, Progress } from './progress';
