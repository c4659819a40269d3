// A real demonstration county for the journeys: its own processes, ports and folder, nothing shared with another run.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const program = process.env.ANLAN_PROGRAM ?? join(root, 'build/release/anlan')
export const COUNTY = '350581000000'
export const YONGNING = '350581106000'
const NODES = 5
const START_ms = 60_000
const MODEL_KEPT_ms = 30 * 60_000
const PASSWORD = 'anlan-demo'

/** Starts the program in a folder and waits until every node has said where it is. */
async function start(data) {
  const running = spawn(program, ['demo', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((settle) => running.once('exit', (code, signal) => settle(code ?? signal)))
  const urls = new Map()
  const ready = new Promise((settle, fail) => {
    const late = setTimeout(() => fail(new Error(`only ${urls.size} of ${NODES} nodes were ready`)), START_ms)
    createInterface({ input: running.stdout }).on('line', (line) => {
      const [word, area, , url] = line.split(' ')
      if (word === 'ready') urls.set(area, url)
      if (urls.size === NODES) settle(clearTimeout(late))
    })
    gone.then((code) => fail(new Error(`the program ended with ${code} before it was ready`)))
  })
  await ready
  return {
    data,
    url: (area = YONGNING) => urls.get(area),
    async stop() {
      running.kill('SIGTERM')
      return gone
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  }
}

/** The folder of a county that this very program has just filled: filling it takes longer than a copy. */
async function filled() {
  const model = join(tmpdir(), `anlan-journey-model-${Math.round(statSync(program).mtimeMs)}`)
  const fresh = existsSync(model) && Date.now() - statSync(model).mtimeMs < MODEL_KEPT_ms
  if (fresh) return model
  const county = await start(mkdtempSync(join(tmpdir(), 'anlan-journey-')))
  await county.stop()
  rmSync(model, { recursive: true, force: true })
  renameSync(county.data, model)
  return model
}

/** A county of its own, filled. */
export async function startCounty() {
  const model = await filled()
  const data = mkdtempSync(join(tmpdir(), 'anlan-journey-'))
  cpSync(model, data, { recursive: true })
  return start(data)
}

/** One of the program's commands; the exit code and what it printed. */
export function command(...words) {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

/** Somebody signed in over HTTP. `get` answers with the JSON, `post` and `put` with status and JSON. */
export async function signIn(base, login) {
  const entering = await fetch(`${base}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  })
  if (entering.status !== 201) throw new Error(`${login} was not let in: ${entering.status}`)
  const { token, me } = await entering.json()
  const headers = { Authorization: `Bearer ${token}` }
  const answer = async (response) => ({ status: response.status, body: await response.json() })
  return {
    me,
    get: async (path) => (await fetch(base + path, { headers })).json(),
    bytes: async (path) => Buffer.from(await (await fetch(base + path, { headers })).arrayBuffer()),
    post: async (path, body, type = 'application/json') =>
      answer(
        await fetch(base + path, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': type },
          body: type === 'application/json' ? JSON.stringify(body) : body,
        }),
      ),
    put: async (path, body) =>
      answer(
        await fetch(base + path, {
          method: 'PUT',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  }
}

/** Asks again until the answer will do; fails with what it last saw. */
export async function until(ask, wanted, patience_ms = 10_000) {
  const end = Date.now() + patience_ms
  for (;;) {
    const seen = await ask()
    if (wanted(seen)) return seen
    if (Date.now() > end) throw new Error(`still not so after ${patience_ms} ms: ${JSON.stringify(seen).slice(0, 600)}`)
    await new Promise((settle) => setTimeout(settle, 25))
  }
}
