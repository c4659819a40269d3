// The public page of warnings and advice under load: wrk against the real program on this machine. Three warnings are in
// force. Prints lines for docs/figures.md. wrk takes its own share of the processors.
import { spawnSync } from 'node:child_process'
import { signIn, startCounty } from '../tests/journeys/county.mjs'
import { typhoonAlert } from '../tests/journeys/alert.mjs'

const SECONDS = 10
const CONNECTIONS = 100
const GOAL = 5_000

function load(url, ...headers) {
  const words = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', ...headers.flatMap((each) => ['-H', each]), url]
  const run = spawnSync('wrk', words, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`wrk: ${run.error ?? run.stderr}`)
  const found = (what) => run.stdout.match(what)?.[1] ?? '?'
  if (/Non-2xx/.test(run.stdout) && !headers.some((each) => each.startsWith('If-None-Match'))) throw new Error(run.stdout)
  return { rate: Number(found(/Requests\/sec:\s+([\d.]+)/)), p99: found(/99%\s+(\S+)/), p50: found(/50%\s+(\S+)/) }
}

const county = await startCounty()
try {
  const town = county.url()
  const head = await signIn(town, 'zhanzhang')
  for (const colour of ['红色', '橙色', '黄色'])
    await head.post('/api/v1/warnings', typhoonAlert({ identifier: `P-${colour}`, colour }), 'application/cap+xml')
  const board = `${town}/api/v1/public/board`
  const seen = await fetch(board)
  const size = (await seen.text()).length
  const etag = seen.headers.get('etag')
  const rows = [
    [`the board of warnings and advice, gzip, ${size} characters`, load(board, 'Accept-Encoding: gzip')],
    ['the same, known to the browser already (304)', load(board, `If-None-Match: ${etag}`)],
    ['the page that shows it (/open)', load(`${town}/open`, 'Accept-Encoding: gzip')],
  ]
  for (const [name, { rate, p50, p99 }] of rows)
    console.log(`| ${name} | ${Math.round(rate)}/s | p50 ${p50}, p99 ${p99} over ${CONNECTIONS} connections | ≥ ${GOAL}/s | ${rate >= GOAL ? 'yes' : '**no**'} |`)
} finally {
  await county.stop()
  county.remove()
}
