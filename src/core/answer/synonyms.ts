/**
 * Words that an interviewer takes for one another in this field, a group on each line. Members may have several
 * words. A member stands for the others with less weight than the word itself, so near synonyms do no harm.
 */
export const synonyms: readonly string[] = `
kubernetes, k8s
latency, response time, delay
slow, slower, latency
fast, quick, speed, rapid
roll back, rollback, revert, switch back, put back, undo, restore
former version, previous version, old version, earlier version
error, failure, fault, crash, exception, 5xx
bug, mistake, wrong, incorrect
outage, incident, downtime, unavailable
fix, repair, correct, mend, solve, resolve, remedy
check, test, verify, validate, assert
monitor, watch, track, observe, observability
alert, alarm, page, notify, pager
inform, tell, told, notify, announce, communicate
guard, safeguard, prevent, protect, block, refuse
compare, versus, against
cost, price, money, bill, dollar, expensive, budget
cheap, discount, saving, save, low cost
reduce, cut, lower, shrink, decrease
increase, raise, grow, inflate, higher, rise
small, tiny, little
large, big, huge
stable, static, constant, unchanged
variable, dynamic
last, end
first, beginning, start, top
slice, segment, group, subgroup, category, cohort
dataset, data
model, network, classifier
feature, column, variable, attribute
outcome, ground truth, label
user, customer, client, person, people
latest, newest, recent, current
history, historical, historic, past
retrain, refresh, refit
serving, online, inference
predict, score, inference, forecast
production, live, prod
deploy, release, ship, rollout, launch
pin, freeze, frozen, fixed, lock
mutable, move, overwrite, reassign
random, randomness, stochastic, noise, chance
spread, variance, variation, standard deviation, sigma
deterministic, exact, reproducible, bitwise, identical
threshold, limit, cutoff, bound
tolerance, margin, band, threshold
credential, key, token, secret, password
short-lived, temporary, expire, session, ephemeral
static, long-lived, permanent
scope, restrict, least privilege
rotate, renew
image, container
schedule, cron, nightly, weekly, periodic
cadence, rhythm, interval, frequency, every day, daily
cancel, kill, abort
superseded, outdated, obsolete
overwrite, replace, truncate
merge, upsert
append, insert
atomic, swap, rename, transaction
retry, rerun, repeat
duplicate, twice, double, multiply
aggregate, sum, group
unique, distinct, primary key
quantile, percentile, median, p95
reference, baseline
contract, agreement, sla
partner, supplier, vendor, provider
better, best, improve, win, lift, uplift
safe, healthy, health, safety
beforehand, upfront, pre-agreed
late, delayed, later
immature, incomplete
bin, bucket
rule of thumb, convention, heuristic
significance, significant, p value
unrepresentative, typical, unusual, abnormal
rare, minority
weight, reweight
window, period, range
law, legal, regulation
approximate, sampling, estimate
null, missing, nan, empty
older, stale, expired
look-back, look back
point-in-time, asof
future, later
leak, leakage
available, availability, arrive
disappear, collapse, vanish, gone
discover, find, catalogue, catalog, search
reuse, share
owner, ownership, responsible, accountable
baseline, heuristic, rule, simple model
debug, diagnose, troubleshoot, investigate
fallback, fall back, default, backup
decay, rot, degrade, worse, drift
artefact, artifact, binary
status 200, 200 ok, http 200
postmortem, post mortem
infrastructure as code, terraform


gpu memory, vram
evict, preempt, reclaim, take away, interrupt
capacity, available
spare, unused, leftover, excess
checkpoint, resume
zone, region
combine, together, mix
cite, citation, source, reference
access right, permission, access control, authorisation
form, style, tone, format
knowledge, fact, information
evaluation set, eval set, test question, golden set
recompute, recalculate
concurrency, concurrent, parallel, simultaneous
kv head, gqa, mqa
fp8, int8, 8-bit, quantise
verbose, verbosity, length, longer
lenient, leniency, generous
criteria, rubric
human, annotator, people, manual
calibrate, calibration, recalibrate
average, mean, avg
exclude, ignore, drop, filter
share, percentage, ratio, proportion, fraction
error budget, budget
fresh, freshness, recent
absent, missing, vanish
heartbeat, dead man, watchdog, deadman
outside, external
digest, sha256, hash, checksum
provenance, lineage, trace
garbage collection, cleanup, retention
worker, process, thread
shard, partition
diverge, differ
arbitrary code, code execution
signature, signed
sandbox, isolated, isolation
compromised, breach, hacked
private, internal
reserve, register, claim
allow-list, allowlist, whitelist
progress, flight, concurrent
queue, backlog, waiting, pending
warm, warm-up, warmup, preloaded
minimum, floor
load test, stress test
flapping, oscillate, bounce, swing
restart, loop, crashloop
readiness, ready
liveness, alive, ping
endpoint, route, path
utilisation, busy, load
survive, loss, lose, fail
peak, maximum
git, repo, repository, version control
pull request, merge request
log, record, store, write
join, link, combine
skip, omit, leave
accumulate, sum
micro-batch, mini-batch, small batch
optimiser step, optimizer step, update
sync, synchronise, all-reduce
asynchronous, async, background, non-blocking
pilot, trial
pain, problem, trouble, complaint
easy path, easiest, default, template
adoption, usage
retire, decommission, deprecate, sunset, shutdown
influence, persuade, convince
learn, lesson, takeaway, realise
`
  .trim()
  .split('\n');

/** Abbreviations and their long forms, for those that no card of the bank explains as "long form (LF)". */
export const abbreviations: Readonly<Record<string, string>> = {
  rag: 'retrieval augmented generation',
  hpa: 'horizontal pod autoscaler',
  ttl: 'time to live',
  ttft: 'time to first token',
  slo: 'service level objective',
  sli: 'service level indicator',
  sla: 'service level agreement',
  psi: 'population stability index',
  ks: 'kolmogorov smirnov',
  ci: 'continuous integration',
  cd: 'continuous delivery',
  iac: 'infrastructure as code',
  oidc: 'openid connect',
  iam: 'identity and access management',
  mtbf: 'mean time between failures',
  oom: 'out of memory',
  ddp: 'distributed data parallel',
  rum: 'real user measurement',
  pii: 'personally identifiable information',
  db: 'database',
  pvc: 'persistent volume claim',
  qos: 'quality of service',
  az: 'availability zone',
  lr: 'learning rate',
  ml: 'machine learning',
  llm: 'large language model',
  kv: 'key value',
  gqa: 'grouped query attention',
  pr: 'pull request',
  dwh: 'data warehouse',
};
