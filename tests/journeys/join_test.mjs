// A town joins its county: two processes on two empty folders, a code from the page, digits compared, approved on the
// page, and entries cross both ways over the network.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { command, COUNTY, program, signIn, until, YONGNING } from './county.mjs'
import { enter, launch } from './screen.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const START_ms = 60_000
const LINKED_ms = 60_000
const folder = mkdtempSync(join(tmpdir(), 'anlan-join-'))
const line = spawnSync('nats-server', ['--version']).status === 0
const skip = line ? false : 'there is no nats-server here'
let ports, county, town, browser, page, code

/** A port nobody uses at this moment. */
const freePort = () =>
  new Promise((settle) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listener.address()
      listener.close(() => settle(port))
    })
  })

/** Runs `anlan serve` and waits until its node says where it is. */
async function serve(config) {
  const running = spawn(program, ['serve', '--config', config], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((settle) => running.once('exit', (status, signal) => settle(status ?? signal)))
  const url = await new Promise((settle, fail) => {
    const late = setTimeout(() => fail(new Error('the node was not ready in time')), START_ms)
    createInterface({ input: running.stdout }).on('line', (said) => {
      const [word, , , where] = said.split(' ')
      if (word === 'ready') settle(where, clearTimeout(late))
    })
    gone.then((how) => fail(new Error(`the node ended with ${how}`)))
  })
  return { url, stop: () => (running.kill('SIGTERM'), gone) }
}

const countyConfig = () => `data = "${folder}/county"
shared = "${root}/data"
web = "${root}/web/dist"
[[node]]
area = "${COUNTY}"
name = "石狮市"
demo = true
port = ${ports.county}
[node.nats]
leaf_host = "127.0.0.1"
leaf_port = ${ports.leaf}
`
const joinWords = (more) => ['node', 'join', '--area', YONGNING, '--data', `${folder}/town`, ...more]

before(async () => {
  if (skip) return
  ports = { county: await freePort(), leaf: await freePort(), town: await freePort() }
  writeFileSync(`${folder}/county.toml`, countyConfig())
  county = await serve(`${folder}/county.toml`)
  browser = await launch()
  page = await enter(browser, county.url, { login: 'admin', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await town?.stop()
  await county?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('without a code nobody gets in, and only the administrator makes one', { skip }, async () => {
  const stranger = command(...joinWords(['--parent', county.url, '--code', 'AAAA-AAAA-AAAA', '--name', '永宁镇']))
  assert.equal(stranger.status, 1, stranger.text)
  assert.match(stranger.text, /接入码不对/)
  const officer = await signIn(county.url, 'shiju')
  assert.equal((await officer.post('/api/v1/links/codes', {})).status, 403)
})

test('a code is made on the page, in letters to read out', { skip }, async () => {
  await page.goto(`${county.url}/links`)
  await page.getByRole('button', { name: '发接入码' }).click()
  const shown = page.locator('dialog output.code')
  await shown.waitFor()
  code = (await shown.locator('b').allInnerTexts()).join('-')
  assert.match(code, /^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await page.getByRole('button', { name: '已记下' }).click()
})

test('the town asks, the digits agree, and the page approves', { skip }, async () => {
  const words = joinWords(['--parent', county.url, '--code', code, '--name', '永宁镇', '--port', String(ports.town)])
  const early = command(...words, '--wait', '0')
  assert.equal(early.status, 1, early.text)
  const digits = early.text.match(/(\d{4} ){4}\d{4}/)[0]
  const request = page.getByRole('region', { name: '永宁镇' })
  await request.waitFor()
  assert.equal(await request.locator('output').innerText(), digits)
  const approve = request.getByRole('button', { name: '同意接入' })
  assert.equal(await approve.isDisabled(), true)
  await request.getByRole('checkbox').check()
  await approve.click()
  await page.getByRole('article', { name: '永宁镇' }).waitFor()
  const joined = command(...joinWords(['--port', String(ports.town)]))
  assert.equal(joined.status, 0, joined.text)
})

test('the code is used up', { skip }, () => {
  const other = command('node', 'join', '--area', '350581105000', '--data', `${folder}/other`, '--parent', county.url, '--code', code, '--name', '鸿山镇')
  assert.equal(other.status, 1)
  assert.match(other.text, /已经用过/)
})

test('the served town is linked, and node status says so on both sides', { skip }, async () => {
  const config = `${folder}/town/anlan.toml`
  appendFileSync(config, 'demo = true\n')
  assert.equal(command('node', 'status', '--config', config).status, 1, 'nothing runs yet')
  town = await serve(config)
  const status = await until(
    () => command('node', 'status', '--config', config),
    (said) => said.status === 0,
    LINKED_ms,
  )
  assert.match(status.text, /上级.*石狮市.*通\/up/)
  const above = command('node', 'status', '--config', `${folder}/county.toml`)
  assert.equal(above.status, 0, above.text)
  assert.match(above.text, /下级.*永宁镇.*通\/up/)
})

test('entries cross: a drill goes down, a signed checkpoint comes up', { skip }, async (t) => {
  const bureau = await signIn(county.url, 'shiju')
  const officer = await signIn(town.url, 'zhiban')
  const from = Date.now()
  const started = await bureau.post('/api/v1/drills', { name: '测试接入演练', scenario: '' })
  assert.equal(started.status, 201, JSON.stringify(started.body))
  await until(
    () => officer.get('/api/v1/drills'),
    (each) => each.items.some((drill) => drill.id === started.body.id),
    LINKED_ms,
  )
  t.diagnostic(`the drill was in the town after ${Date.now() - from} ms`)
  const { items } = await until(
    () => bureau.get('/api/v1/links'),
    (each) => each.items[0]?.checkpoint_seq > 0,
    LINKED_ms,
  )
  assert.deepEqual([items.length, items[0].area, items[0].up, items[0].joined], [1, YONGNING, true, true])
})

test('cut off, the town says since when, and the county names it', { skip }, async () => {
  const desk = await enter(browser, town.url, { login: 'zhiban', kind: 'desk' })
  await county.stop()
  county = null
  await desk.getByText(/与上级中断：自 \d\d:\d\d 起，\d+ 条待传/).waitFor({ timeout: LINKED_ms })
  assert.equal(command('node', 'status', '--config', `${folder}/town/anlan.toml`).status, 1)
  county = await serve(`${folder}/county.toml`)
  await until(
    () => command('node', 'status', '--config', `${folder}/town/anlan.toml`).status,
    (status) => status === 0,
    LINKED_ms,
  )
  await town.stop()
  town = null
  const bureau = await enter(browser, county.url, { login: 'shiju', kind: 'desk' })
  await bureau.getByText(/1 个下级失联/).waitFor({ timeout: LINKED_ms })
})

test('no page threw, no code stands in the data, and the journals prove', { skip }, async () => {
  assert.deepEqual(page.faults, [])
  assert.equal(await county.stop(), 0)
  county = null
  for (const side of ['county', 'town']) {
    const proof = command('verify', '--data', `${folder}/${side}`)
    assert.equal(proof.status, 0, proof.text)
  }
  const kept = readFileSync(`${folder}/county/${COUNTY}/node.db`).includes(code)
  assert.equal(kept, false)
})
