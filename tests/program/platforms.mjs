// A broadcasting platform beside the station: signed packages both ways, made and checked here with openssl and tar, so that
// nothing of the program judges itself.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { signIn, until, YONGNING } from '../journeys/county.mjs'
import { start } from './node.mjs'

const root = new URL('../..', import.meta.url).pathname
const data = mkdtempSync(join(tmpdir(), 'anlan-platforms-'))
const PLATFORM = '43350581000000030101010'
const STATION = '44350581106000030101010'
const ID = ['-sigopt', 'distid:1234567812345678'] // the national default
const key = join(data, 'platform.pem')
const pub = join(data, 'platform.pub')
let server, port, station, officer, leader
const got = [] // bodies the station has posted, each with its signature seen to hold

const run = (...words) => execFileSync(words[0], words.slice(1))
const between = (xml, name) => xml.match(new RegExp(`<${name}>([^<]*)</${name}>`))?.[1]
const inside = (xml, ...names) => names.reduce((text, name) => text?.match(new RegExp(`<${name}>([^]*)</${name}>`))?.[1], xml)
let count = 0

function pack(id, body) {
  const folder = join(data, `made-${++count}`)
  mkdirSync(folder)
  const name = `EBDB_${id}.xml`
  writeFileSync(join(folder, name), body)
  const value = execFileSync('openssl', ['dgst', '-sm3', '-sign', key, ...ID, join(folder, name)]).toString('base64')
  writeFileSync(
    join(folder, `EBDS_EBDB_${id}.xml`),
    `<?xml version="1.0" encoding="UTF-8"?><Signature><Version>1.0</Version><RelatedEBD><EBDID>${id}</EBDID></RelatedEBD>` +
      `<SignatureCert><CertType>01</CertType><IssuerID>0</IssuerID><CertSN>1</CertSN></SignatureCert><SignatureTime>6A1B2C3D</SignatureTime>` +
      `<DigestAlgorithm>SM3</DigestAlgorithm><SignatureAlgorithm>SM2</SignatureAlgorithm><SignatureValue>${value}</SignatureValue></Signature>`,
  )
  return run('tar', '-C', folder, '--format=ustar', '-cf', '-', ...readdirSync(folder).sort())
}

/** The body of a package of the station; fails when openssl does not find its signature good. */
function unpack(bytes) {
  const folder = join(data, `got-${++count}`)
  mkdirSync(folder)
  execFileSync('tar', ['-C', folder, '-xf', '-'], { input: bytes })
  const body = readdirSync(folder).find((name) => name.startsWith('EBDB_'))
  const signature = readFileSync(join(folder, `EBDS_${body}`), 'utf8')
  writeFileSync(join(folder, 'sig'), Buffer.from(between(signature, 'SignatureValue'), 'base64'))
  run('openssl', 'dgst', '-sm3', '-verify', join(data, YONGNING, 'node.pub'), ...ID, '-signature', join(folder, 'sig'), join(folder, body))
  return readFileSync(join(folder, body), 'utf8')
}

const ebd = (id, type, content, related = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><EBD><EBDVersion>1</EBDVersion><EBDID>${id}</EBDID><EBDType>${type}</EBDType><SRC><EBRID>${PLATFORM}</EBRID></SRC>` +
  `<DEST><EBRID>${STATION}</EBRID></DEST><EBDTime>2026-11-30 08:00:00</EBDTime>${related && `<RelatedEBD><EBDID>${related}</EBDID></RelatedEBD>`}${content}</EBD>`
const time = (hours) => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const ebm = (id, { type = 1, text = '请立即转移危房里的人员。', related = '' } = {}) =>
  `<EBM><EBMVersion>1</EBMVersion><EBMID>${id}</EBMID>${related && `<RelatedInfo><EBMID>${related}</EBMID></RelatedInfo>`}` +
  `<MsgBasicInfo><MsgType>${type}</MsgType><SenderName>石狮市应急广播平台</SenderName><SenderCode>${PLATFORM}</SenderCode><SentTime>${time(0)}</SentTime>` +
  `<EventType>11B01</EventType><Severity>1</Severity><StartTime>${time(0)}</StartTime><EndTime>${time(2)}</EndTime></MsgBasicInfo>` +
  `<MsgContent><LanguageCode>zho</LanguageCode><MsgTitle>台风红色预警</MsgTitle><MsgDesc>${text}</MsgDesc><AreaCode>${YONGNING}</AreaCode></MsgContent></EBM>`

function listen(at) {
  server = createServer((request, response) => {
    const pieces = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => {
      const body = unpack(Buffer.concat(pieces))
      got.push(body)
      const id = `02${PLATFORM}${String(++count).padStart(16, '0')}`
      const answer = pack(id, ebd(id, 'EBDResponse', '<EBDResponse><ResultCode>1</ResultCode><ResultDesc>已收</ResultDesc></EBDResponse>', between(body, 'EBDID')))
      response.writeHead(200, { 'Content-Type': 'application/x-tar' }).end(answer)
    })
  })
  return new Promise((up) => server.listen(at, '127.0.0.1', () => up(server.address().port)))
}

async function post(bytes) {
  const answer = await fetch(`${station.url(YONGNING)}/api/v1/broadcast-platforms/packages`, { method: 'POST', body: bytes, headers: { 'content-type': 'application/x-tar' } })
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
}
const page = () => officer.get('/api/v1/broadcast-platforms')
const broadcasts = async () => (await officer.get('/api/v1/broadcasts')).items
const messages = () => got.filter((body) => between(body, 'EBDType') === 'EBM')

async function released(title) {
  const sheet = { purpose: 'emergency', severity: 2, title, text: '请渔船天黑前回港。', siren: true, recording: '', repeats: 1, zones: [YONGNING], pattern: '' }
  const { body } = await officer.post('/api/v1/broadcasts', { sheet })
  const answer = await leader.post(`/api/v1/broadcasts/${body.id}/release`, { revision: 1, warning: '' })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return body.id
}

before(async () => {
  run('openssl', 'genpkey', '-algorithm', 'SM2', '-out', key)
  run('openssl', 'pkey', '-in', key, '-pubout', '-out', pub)
  port = await listen(0)
  await (await start(['demo', '--data', data, '--port', '0'], 5)).stop() // makes the people
  writeFileSync(
    join(data, 'anlan.toml'),
    `data = "${data}"\nshared = "${root}data"\nweb = "${root}web/dist"\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\nport = 0\n` +
      `[node.loudspeakers]\nlocal = "127.0.0.1"\n[node.emergency_network]\nid = "${STATION}"\nissuer = "0"\nserial = "1"\n` +
      `[[node.emergency_network.platform]]\nname = "石狮市应急广播平台"\nid = "${PLATFORM}"\nurl = "http://127.0.0.1:${port}/ebd"\npublic_key = "${pub}"\n`,
  )
  station = await start(['serve', '--config', join(data, 'anlan.toml')], 1)
  officer = await signIn(station.url(YONGNING), 'zhiban')
  leader = await signIn(station.url(YONGNING), 'zhanzhang')
})
after(async () => {
  await station?.stop()
  server?.closeAllConnections()
  server?.close()
  rmSync(data, { recursive: true, force: true })
})

test('a heartbeat finds the platform, and openssl finds its signature good', async () => {
  await until(page, (now) => now.platforms[0]?.up === true, 8_000)
  assert.equal(between(got[0], 'EBDType'), 'ConnectionCheck')
})

test('a message of the platform waits for one person here, and is taken once', async () => {
  const bytes = pack('P1', ebd('P1', 'EBM', ebm('M1')))
  const answer = await post(bytes)
  assert.equal(answer.status, 200, answer.body.toString())
  assert.equal(between(unpack(answer.body), 'ResultCode'), '1')
  const [draft] = (await broadcasts()).filter((each) => each.sheet.title === '台风红色预警')
  assert.deepEqual([draft.state, draft.drafted_name], ['draft', '石狮市应急广播平台'])
  assert.equal((await post(bytes)).status, 200)
  assert.equal((await broadcasts()).filter((each) => each.sheet.title === '台风红色预警').length, 1)
  assert.equal((await leader.post(`/api/v1/broadcasts/${draft.id}/release`, { revision: 1, warning: '' })).status, 200)
  assert.equal((await page()).taken[0].taking, 'drafted')
})

test('what the platform takes back is stopped', async () => {
  const answer = await post(pack('P2', ebd('P2', 'EBM', ebm('M2', { type: 2, related: 'M1' }))))
  assert.equal(between(unpack(answer.body), 'ResultCode'), '1')
  const [stopped] = (await broadcasts()).filter((each) => each.sheet.title === '台风红色预警')
  assert.equal(stopped.state, 'stopped')
})

test('what is released and stopped here is told to the platform once', async () => {
  const id = await released('渔船回港')
  await until(messages, (all) => all.length === 1, 5_000)
  const told = messages()[0]
  assert.deepEqual([between(told, 'MsgType'), between(told, 'MsgTitle'), between(told, 'AreaCode')], ['1', '渔船回港', YONGNING])
  await officer.post(`/api/v1/broadcasts/${id}/stop`, { reason: '船已回港' })
  await until(messages, (all) => all.length === 2, 5_000)
  assert.equal(between(messages()[1], 'MsgType'), '2')
  assert.equal(inside(messages()[1], 'RelatedInfo', 'EBMID'), between(told, 'EBMID'))
  const { sent } = await until(page, (now) => now.sent.length === 2, 5_000)
  assert.deepEqual(sent.map((each) => [each.taken, each.words]), [[true, '已收'], [true, '已收']])
})

test('a forged package is refused, and the station says so', async () => {
  const bytes = pack('P3', ebd('P3', 'EBM', ebm('M3')))
  const forged = Buffer.from(bytes.toString('latin1').replace('<Severity>1', '<Severity>4'), 'latin1')
  const answer = await post(forged)
  assert.equal(answer.status, 422)
  assert.equal(JSON.parse(answer.body).code, 'signature_fails')
  assert.equal((await page()).refused[0].code, 'signature_fails')
})

test('while the platform is away nothing is lost', async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await released('第二条')
  await until(page, (now) => now.platforms[0].up === false, 8_000)
  await listen(port)
  await until(messages, (all) => all.some((body) => between(body, 'MsgTitle') === '第二条'), 20_000)
  await until(page, (now) => now.platforms[0].up === true, 5_000)
})
