// A station that polls a feed of alerts: each alert taken once, within seconds; whatever the other side does is told on the
// pages and holds up nothing else.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { typhoonAlert } from '../journeys/alert.mjs'
import { signIn, until, YONGNING } from '../journeys/county.mjs'
import { start } from './node.mjs'

const root = new URL('../..', import.meta.url).pathname
const SECONDS_ms = 8_000
const data = mkdtempSync(join(tmpdir(), 'anlan-feed-'))
let server, station, officer
/** How the feed answers now, and what it was asked. */
let answer
const asked = []

const feedOf = (...alerts) =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>测试订阅</title>${alerts
    .map((alert) => `<entry><content type="text/xml">${alert.replace(/^<\?xml.*\?>\n/, '')}</content></entry>`)
    .join('')}</feed>`

/** A feed that keeps the rules of HTTP: says what copy it gives, and that nothing has changed. */
function sound(body, etag) {
  const modified = 'Mon, 01 Jun 2026 08:00:00 GMT'
  return (request, response) => {
    if (request.headers['if-none-match'] === etag && request.headers['if-modified-since'] === modified)
      return response.writeHead(304).end()
    response.writeHead(200, { 'Content-Type': 'application/atom+xml', ETag: etag, 'Last-Modified': modified }).end(body)
  }
}

const warnings = async () => (await officer.get('/api/v1/warnings?state=all')).items
const named = async (identifier) => (await warnings()).filter((each) => each.identifier === identifier)
const feed = async () => (await officer.get('/api/v1/feeds')).items[0]
const told = (wanted) => until(feed, (each) => each?.up === false && wanted.test(each.zh), 20_000)

before(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers)
    answer(request, response)
  })
  await new Promise((up) => server.listen(0, '127.0.0.1', up))
  const demo = await start(['demo', '--data', data, '--port', '0'], 5) // makes the people
  await demo.stop()
  answer = sound(feedOf(), '"0"')
  const watched = join(data, 'watched')
  mkdirSync(watched)
  writeFileSync(
    join(data, 'anlan.toml'),
    `data = "${data}"\nshared = "${root}data"\nweb = "${root}web/dist"\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\n` +
      `port = 0\nwatch = "${watched}"\nfeed_seconds = 1\n` +
      `feeds = ["http://127.0.0.1:${server.address().port}/cap.atom?key=secret"]\n`,
  )
})
after(async () => {
  await station?.stop()
  server?.closeAllConnections()
  server?.close()
  rmSync(data, { recursive: true, force: true })
})

test('both alerts of a feed are warnings within seconds, and a response is proposed', async (t) => {
  answer = sound(feedOf(typhoonAlert({ identifier: 'P-1' }), typhoonAlert({ identifier: 'P-2', colour: '黄色' })), '"1"')
  station = await start(['serve', '--config', join(data, 'anlan.toml')], 1)
  const from = Date.now()
  officer = await signIn(station.url(YONGNING), 'zhiban')
  await until(warnings, (all) => all.length === 2, SECONDS_ms)
  const [first] = await named('P-1')
  assert.deepEqual([first.source, first.colour, first.hazard], ['feed', 'red', 'typhoon'])
  await until(
    () => officer.get('/api/v1/responses?state=open'),
    (page) => page.items.some((each) => each.hazard === 'typhoon' && each.state === 'proposed'),
    SECONDS_ms,
  )
  t.diagnostic(`received and proposed after ${Date.now() - from} ms`)
})

test('it is asked with what it said of its last copy, and what has not changed is not sent again', async () => {
  const seen = await until(
    async () => asked.at(-1),
    (headers) => headers['if-none-match'] === '"1"',
    SECONDS_ms,
  )
  assert.equal(seen['if-modified-since'], 'Mon, 01 Jun 2026 08:00:00 GMT')
})

test('its state is shown without the key in its address', async () => {
  const state = await until(feed, (each) => each?.up === true)
  assert.match(state.feed, /^127\.0\.0\.1:\d+\/cap\.atom$/)
  assert.equal(JSON.stringify(state).includes('secret'), false)
})

test('the same alert in a changed feed is taken once', async () => {
  const same = await officer.get(`/api/v1/warnings/${(await named('P-1'))[0].id}`)
  answer = sound(feedOf(same.original, typhoonAlert({ identifier: 'P-3', colour: '蓝色' })), '"2"')
  await until(() => named('P-3'), (found) => found.length === 1, SECONDS_ms)
  assert.equal((await named('P-1')).length, 1)
})

const page = '<!doctype html><html><body>welcome</body></html>'
const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">${Array.from({ length: 9 }, (_, i) => `<!ENTITY x${i} "${`&${i ? `x${i - 1}` : 'x'};`.repeat(10)}">`).join('')}]><a>&x8;</a>`
const elsewhere = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed>&x;</feed>'
const misfortunes = {
  'answers 500': [/HTTP 500/, (_, response) => response.writeHead(500).end('no')],
  'asks for a log-in': [/HTTP 401/, (_, response) => response.writeHead(401).end()],
  'sends us elsewhere': [/HTTP 302/, (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end()],
  'gives a page of HTML': [/./, (_, response) => response.end(page)],
  'gives nothing': [/./, (_, response) => response.end()],
  'gives half and hangs up': [/连不上/, (_, response) => response.writeHead(200, { 'Content-Length': 9000 }).write('<feed>', () => response.destroy())],
  'speaks no HTTP': [/连不上/, (_, response) => response.socket.end('\x00\xff nonsense\r\n\r\n')],
  'gives more than anybody can want': [/太大/, (_, response) => pour(response)],
  'gives entities that grow without end': [/./, (_, response) => response.end(bomb)],
  'names a file of ours': [/./, (_, response) => response.end(elsewhere)],
  'has a tag that is no tag': [/./, (_, response) => response.writeHead(200, { ETag: 'x'.repeat(7000) }).end('<alert')],
}
function pour(response) {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(1 << 16)));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}

for (const [what, [words, how]] of Object.entries(misfortunes))
  test(`a feed that ${what} is told, and is taken again when it recovers`, async () => {
    answer = sound(feedOf(), '"x"')
    const before = (await warnings()).length
    answer = how
    const state = await told(words)
    assert.match(state.en, /\S/)
    assert.equal(state.zh.includes('root:'), false)
    assert.equal((await warnings()).length, before)
    answer = sound(feedOf(typhoonAlert({ identifier: `P-${what}`, colour: '蓝色' })), `"${what}"`)
    await until(feed, (each) => each.up && each.zh === '', SECONDS_ms)
    assert.equal((await named(`P-${what}`)).length, 1)
  })

test('a feed that drips holds up neither the pages nor the folder, and is told', async () => {
  const drips = []
  answer = (_, response) => {
    response.write('<feed>')
    drips.push(setInterval(() => response.write(' '), 200))
  }
  const count = asked.length
  await until(async () => asked.length, (now) => now > count, SECONDS_ms)
  const file = join(data, 'watched', 'a.xml')
  writeFileSync(`${file}.part`, typhoonAlert({ identifier: 'P-folder' }))
  renameSync(`${file}.part`, file)
  await until(() => named('P-folder'), (found) => found.length === 1, 3_000)
  await told(/超时/)
  drips.forEach(clearInterval)
})

test('a feed that is gone is told, and comes back by itself', async () => {
  const { port } = server.address()
  server.closeAllConnections()
  await new Promise((gone) => server.close(gone))
  await told(/连不上/)
  answer = sound(feedOf(typhoonAlert({ identifier: 'P-back' })), '"back"')
  await new Promise((up) => server.listen(port, '127.0.0.1', up))
  await until(() => named('P-back'), (found) => found.length === 1, SECONDS_ms)
  assert.equal((await feed()).up, true)
})

test('each change is on the record once, and the station stops well', async () => {
  const auditor = await signIn(station.url(YONGNING), 'shenji')
  const { items } = await auditor.get('/api/v1/journal?kind=warning.feed_changed&limit=1000')
  for (let i = 1; i < items.length; i++)
    assert.notDeepEqual([items[i].body.up, items[i].body.zh], [items[i - 1].body.up, items[i - 1].body.zh])
  assert.equal(await station.stop(), 0)
  station = undefined
})
