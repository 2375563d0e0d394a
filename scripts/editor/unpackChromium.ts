// Run in a process of its own: @sparticuz/chromium unpacks into the system's temp folder, which TMPDIR moves.
// AWS_EXECUTION_ENV makes it unpack NSS and NSPR as well.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
