// A phone of its own: a browser process with a profile that outlives it, so that it can be killed and picked up again.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './county.mjs'

const GOING_ms = 5_000
const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core')
const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--remote-debugging-port=0', '--no-first-run']

export class FieldPhone {
  constructor(base, login, more = []) {
    this.more = more
    this.base = base
    this.login = login
    this.profile = mkdtempSync(join(tmpdir(), 'anlan-phone-'))
  }

  /** Switches it on and opens the page; signs in where the session has not survived. */
  async open(path = '/m', { offline = false } = {}) {
    // A browser that was just killed sometimes starts without answering; then it is started once more.
    for (let tries = 0; !(await this.start()); ++tries) if (tries === 3) throw new Error('the browser does not start')
    this.context = this.browser.contexts()[0]
    this.page = this.context.pages()[0] ?? (await this.context.newPage())
    this.page.setDefaultTimeout(20_000)
    await this.page.setViewportSize({ width: 390, height: 844 })
    if (offline) await this.context.setOffline(true)
    await this.go(path)
    return this.page
  }

  async start() {
    rmSync(join(this.profile, 'DevToolsActivePort'), { force: true })
    this.running = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [...ARGUMENTS, ...this.more, `--user-data-dir=${this.profile}`], { stdio: 'ignore' })
    const port = await until(
      () => {
        try {
          return readFileSync(join(this.profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]
        } catch {
          return ''
        }
      },
      (seen) => seen !== '',
      20_000,
    )
    try {
      this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 10_000 })
      return true
    } catch {
      this.running.kill('SIGKILL')
      return false
    }
  }

  async go(path) {
    const { page } = this
    const known = this.whoIsAsked()
    await page.goto(this.base + path)
    await page.locator('input[name="login"], .phone').first().waitFor()
    // A killed browser may have lost its session; the page opens all the same, says so and leads to the door.
    const again = page.getByRole('link', { name: '请重新登录' })
    if ((await known) === 401) {
      await page.locator('input[name="login"]').or(again).first().waitFor()
      if (await again.isVisible()) await again.click()
      await page.locator('input[name="login"]').waitFor()
    }
    if (!new URL(page.url()).pathname.startsWith('/login')) return
    await page.fill('input[name="login"]', this.login)
    await page.fill('input[name="password"]', 'anlan-demo')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/login') && url.pathname !== '/')
    await page.goto(this.base + path)
    await page.locator('.phone').waitFor()
  }

  /** What the station answers when the page asks who is signed in; nothing without signal. */
  whoIsAsked() {
    const about = (request) => new URL(request.url()).pathname === '/api/v1/me'
    return Promise.race([
      this.page.waitForEvent('response', (answer) => about(answer.request())).then((answer) => answer.status()),
      this.page.waitForEvent('requestfailed', about).then(() => null),
    ]).catch(() => null)
  }

  /** As when the battery falls out. */
  async kill() {
    const gone = new Promise((settle) => this.running.once('exit', settle))
    this.running.kill('SIGKILL')
    await gone
    await this.browser.close().catch(() => undefined)
  }

  async end() {
    const runs = () => this.running?.exitCode === null && this.running?.signalCode === null
    if (runs()) {
      const gone = new Promise((settle) => this.running.once('exit', settle))
      const door = await this.browser.newBrowserCDPSession().catch(() => null)
      await door?.send('Browser.close').catch(() => undefined)
      await Promise.race([gone, new Promise((settle) => setTimeout(settle, GOING_ms))])
    }
    if (runs()) await this.kill()
    // Its children may still write for a while; a folder that stays behind in the temporary one is no failure of the journey.
    try {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
    } catch (fault) {
      if (fault.code !== 'ENOTEMPTY') throw fault
    }
  }

  /** Things this phone still holds. */
  waiting() {
    return this.page.evaluate(
      () =>
        new Promise((settle, fail) => {
          const asked = indexedDB.open('anlan-phone')
          asked.onerror = () => fail(asked.error)
          asked.onsuccess = () => {
            const count = asked.result.transaction('out').objectStore('out').count()
            count.onsuccess = () => {
              asked.result.close()
              settle(count.result)
            }
          }
        }),
    )
  }
}

/** A photo as a phone takes it, different for each number. */
export const takePhoto = (page, number, side = 480) =>
  page.evaluate(
    async ([number, side]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
      const brush = canvas.getContext('2d')
      for (let y = 0; y < side; y += 8)
        for (let x = 0; x < side; x += 8) {
          brush.fillStyle = `rgb(${(x * 7 + number * 31) % 256},${(y * 5 + number * 17) % 256},${(x * y + number) % 256})`
          brush.fillRect(x, y, 8, 8)
        }
      brush.fillStyle = '#fff'
      brush.font = '80px sans-serif'
      brush.fillText(String(number), 40, 120)
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
    },
    [number, side],
  )

/** Households of the phone's owner, and one order over them. Answers with the order's id and the households' ids. */
export async function orderFamilies(officer, cadre, count) {
  const ids = []
  for (let n = 0; n < count; ++n) {
    const row = await officer.post('/api/v1/registers/households', {
      values: {
        area: cadre.me.area,
        head: `测试户主${n}`,
        address: `外高测试巷${n}号`,
        phone: `1390000${String(n).padStart(4, '0')}`,
        people: 1 + (n % 5),
        kind: '测试类别',
        helper: cadre.me.person,
      },
    })
    if (row.status >= 300) throw new Error(JSON.stringify(row.body))
    ids.push(row.body.id)
  }
  const order = await officer.post('/api/v1/transfers', {
    title: '测试转移令',
    area: cadre.me.area,
    kinds: ['测试类别'],
    risk: 1,
    reason: '测试：台风红色预警',
    response: '',
    stage: 'emergency',
    within_minutes: 360,
    allotted: [],
    leave_out: true,
  })
  if (order.status !== 201) throw new Error(JSON.stringify(order.body))
  return { order: order.body.id, ids }
}
