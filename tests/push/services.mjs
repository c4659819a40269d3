// The services calls are posted to, on loopback: a push service that reads each message as the browser would and checks who
// signed it, and the services of two chat robots. Nothing here is shared with the program: it is written against RFC 8030,
// 8188, 8291 and 8292 and the robots' documents, on Node's own cryptography.
//   node services.mjs            prints its port
// POST /be/<target> {"moods": […]} sets how the next posts to a target are answered; GET /seen tells what arrived; GET
// /browser gives the keys a browser would subscribe with; POST /limit {"minute_ms", "most"} sets the robots' limit.
import { createDecipheriv, createECDH, createHmac, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const url64 = (bytes) => Buffer.from(bytes).toString('base64url')

/** RFC 8291 as a browser does it. */
export function openMessage(body, browser, auth) {
  const salt = body.subarray(0, 16)
  const record = body.readUInt32BE(16)
  const sender = body.subarray(21, 21 + body[20])
  if (record < 18 || body.length - 21 - body[20] > record) throw new Error('record size')
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender])
  const secret = Buffer.from(hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
  const sealed = body.subarray(21 + body[20])
  const opening = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()])
  const end = plain.lastIndexOf(2)
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('delimiter')
  return plain.subarray(0, end).toString()
}

/** RFC 8292: who signs, for whom, until when. */
export function checkVapid(authorization, origin) {
  const [, token, key] = authorization.match(/^vapid t=([\w.-]+), ?k=([\w-]+)$/)
  const point = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: url64(point.subarray(1, 33)), y: url64(point.subarray(33)) }
  const [head, claims, signature] = token.split('.')
  const said = JSON.parse(Buffer.from(claims, 'base64url'))
  const { alg, typ } = JSON.parse(Buffer.from(head, 'base64url'))
  if (alg !== 'ES256' || typ !== 'JWT') throw new Error('alg')
  const key_ = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }
  if (!verify('sha256', `${head}.${claims}`, key_, Buffer.from(signature, 'base64url'))) throw new Error('signature')
  if (said.aud !== origin) throw new Error(`aud ${said.aud}`)
  const left = said.exp - Date.now() / 1000
  if (left <= 0 || left > 86_400) throw new Error('exp')
  if (!/^(mailto:|https:)/.test(said.sub)) throw new Error('sub')
  return key
}

export class Services {
  browser = createECDH('prime256v1')
  auth = Buffer.from('0123456789abcdef')
  seen = []
  moods = new Map()
  limit = { minute_ms: 60_000, most: 20 }
  secret = 'SECtest'
  times = new Map()

  async start(port = 0) {
    this.browser.generateKeys()
    this.server = createServer((request, answer) => this.hear(request, answer))
    await new Promise((settle) => this.server.listen(port, '127.0.0.1', settle))
    this.origin = `http://127.0.0.1:${this.server.address().port}`
    return this
  }
  stop() {
    this.server.closeAllConnections()
    return new Promise((settle) => this.server.close(settle))
  }
  /** What a browser's PushSubscription would say. */
  subscription(device) {
    return { endpoint: `${this.origin}/push/${device}`, p256dh: url64(this.browser.getPublicKey()), auth: url64(this.auth), device }
  }
  be(target, moods) {
    this.moods.set(target, moods)
  }

  async hear(request, answer) {
    const parts = []
    try {
      for await (const part of request) parts.push(part)
    } catch {
      return
    }
    const body = Buffer.concat(parts)
    const where = new URL(request.url, this.origin)
    const [, kind, target] = where.pathname.split('/')
    const say = (status, said = '', headers = {}) => answer.writeHead(status, headers).end(typeof said === 'string' ? said : JSON.stringify(said))
    if (kind === 'be') return this.be(target, JSON.parse(body).moods), say(204)
    if (kind === 'seen') return say(200, this.seen)
    if (kind === 'limit') return Object.assign(this.limit, JSON.parse(body)), say(204)
    if (kind === 'browser') return say(200, this.subscription('one'))
    if (request.method === 'GET') return say(404)
    const name = kind === 'push' ? target : (where.searchParams.get('key') ?? where.searchParams.get('access_token'))
    const mood = this.moods.get(name)?.shift() ?? ''
    const [word, more] = mood.split(' ')
    if (word === 'hang') return this.seen.push({ kind, target: name, mood })
    if (word === 'drop') return request.socket.destroy()
    if (kind === 'push') return this.hearPush(request, body, name, word, more, say)
    return this.hearRobot(where, JSON.parse(body), name, kind === 'robot' ? 'dingtalk' : 'wecom', mood, say)
  }

  hearPush(request, body, device, status, more, say) {
    const { headers } = request
    const one = { kind: 'push', target: device, mood: status, at: Date.now(), headers }
    try {
      one.key = checkVapid(headers.authorization, this.origin)
      one.notice = JSON.parse(openMessage(body, this.browser, this.auth))
      const right =
        headers['content-encoding'] === 'aes128gcm' && headers['content-type'] === 'application/octet-stream' &&
        Number(headers.ttl) > 0 && headers.urgency === 'high' && /^[\w-]{1,32}$/.test(headers.topic) && body.length <= 4096
      if (!right) throw new Error('headers')
    } catch (fault) {
      this.seen.push({ ...one, fault: fault.message })
      return say(400, fault.message)
    }
    this.seen.push(one)
    if (status) return say(Number(status), '', more ? { 'Retry-After': more } : {})
    return say(201, '', { Location: `${this.origin}/message/${this.seen.length}` })
  }

  hearRobot(where, body, name, kind, mood, say) {
    const one = { kind, target: name, mood, at: Date.now(), body }
    this.seen.push(one)
    const now = Date.now()
    const before = (this.times.get(name) ?? []).filter((at) => at > now - this.limit.minute_ms)
    this.times.set(name, [...before, now])
    if (/^\d{3}$/.test(mood)) return say(Number(mood))
    if (mood) return say(200, { errcode: Number(mood.split(' ')[0]), errmsg: mood.slice(mood.indexOf(' ') + 1) })
    const wrong = kind === 'wecom' ? this.wecomWrong(body) : this.dingtalkWrong(where, body)
    if (wrong) return (one.fault = wrong), say(200, { errcode: wrong === 'sign' ? 310000 : 40008, errmsg: `${wrong} not match` })
    if (before.length >= this.limit.most) {
      one.fault = 'limit'
      return say(200, kind === 'wecom' ? { errcode: 45009, errmsg: 'api freq out of limit' } : { errcode: 130101, errmsg: 'send too fast' })
    }
    return say(200, { errcode: 0, errmsg: 'ok' })
  }

  wecomWrong({ msgtype, text }) {
    if (msgtype !== 'text' || typeof text?.content !== 'string') return 'text'
    if (Buffer.byteLength(text.content) > 2048) return 'length'
    return text.mentioned_mobile_list?.every((each) => /^1\d{10}$/.test(each)) ? '' : 'mobile'
  }

  dingtalkWrong(where, { msgtype, text, at }) {
    const stamp = where.searchParams.get('timestamp')
    const sign = createHmac('sha256', this.secret).update(`${stamp}\n${this.secret}`).digest('base64')
    if (where.searchParams.get('sign') !== sign || Math.abs(Date.now() - Number(stamp)) > 3_600_000) return 'sign'
    if (msgtype !== 'text' || typeof text?.content !== 'string' || at?.isAtAll !== false) return 'text'
    return at.atMobiles.every((each) => /^1\d{10}$/.test(each) && text.content.includes(`@${each}`)) ? '' : 'mobile'
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const services = await new Services().start()
  process.stdout.write(`${services.server.address().port}\n`)
}
