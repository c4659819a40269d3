// The rota of a month: proposed by the rules, changed by hand and judged at once, published, read in a calendar,
// and swapped by consent.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until, YONGNING } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, head, browser, page
const MONTH = '2027-03'

before(async () => {
  county = await startCounty()
  head = await signIn(county.url(YONGNING), 'zhanzhang')
  browser = await launch()
  page = await enter(browser, county.url(YONGNING), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('this month is published, and somebody is on duty now', async () => {
  await page.getByRole('link', { name: '值班', exact: true }).click()
  await page.getByText(/^第 \d+ 版，.*发布/).waitFor()
  const now = await head.get('/api/v1/duty/now')
  assert.ok(now.now.some((each) => each.duty.post === 'leader'), 'a leader is on duty')
})

test('it is printed on one sheet of paper for the wall', async () => {
  const month = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7)
  await page.goto(`${county.url(YONGNING)}/duty/rota/${month}/print`)
  await page.getByRole('heading', { name: /永宁镇.*值班/ }).waitFor()
  const file = join(tmpdir(), `anlan-rota-${process.pid}.pdf`)
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }))
  const facts = spawnSync('pdfinfo', [file], { encoding: 'utf8' })
  rmSync(file)
  if (facts.error) return // needs poppler-utils
  assert.match(facts.stdout, /Pages: +1\n/)
  assert.match(facts.stdout, /\(A4\)/)
})

test('an empty month is proposed in seconds and keeps the rules', async () => {
  await page.goto(`${county.url(YONGNING)}/duty/rota/${MONTH}`)
  await page.getByText('这个月还没有发布值班表').waitFor()
  await page.getByRole('button', { name: '编辑', exact: true }).click()
  await page.getByRole('button', { name: '按规则排班' }).click()
  await page.getByText(/已排好：用时/).waitFor()
  assert.ok((await page.locator('.chip').count()) > 100)
})

test('a name dragged onto another trades them, and what breaks a rule is said at once', async () => {
  const first = page.locator('tbody tr').nth(0).locator('.chip').first()
  const second = page.locator('tbody tr').nth(1).locator('.chip').first()
  const [one, two] = [await first.innerText(), await second.innerText()]
  await first.dragTo(second)
  await until(async () => first.innerText(), (name) => name === two)
  assert.equal(await second.innerText(), one)
  await page.locator('tbody tr').nth(1).locator('.chip').first().click()
  await page.getByLabel('选人').selectOption({ label: two })
  await page.getByText(/3月1日.*休息不够|3月2日.*休息不够/).first().waitFor()
})

test('it is saved, published with a reason, and the calendar follows', async () => {
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: '发布' })
  await dialog.getByText('不合规则').waitFor()
  await dialog.getByRole('textbox').fill('人员外出培训，已报镇领导同意')
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  const rota = await until(() => head.get(`/api/v1/rotas/${MONTH}`), (read) => read.published_version === 1)
  assert.ok(rota.broken > 0 && rota.reason)
  await page.getByRole('button', { name: '订阅日历' }).click()
  const address = await page.locator('code').innerText()
  const first = await fetch(address)
  assert.equal(first.headers.get('content-type'), 'text/calendar; charset=utf-8')
  const calendar = await first.text()
  assert.match(calendar, /\r\nX-WR-TIMEZONE:Asia\/Shanghai\r\n/)
  const again = await fetch(address, { headers: { 'If-None-Match': first.headers.get('etag') } })
  assert.equal(again.status, 304, 'a calendar program that has it is not given it again')
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/)
  assert.ok(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
})

/** What breaks a rule in these turns, in the words of the finding. */
async function red(duties) {
  const { findings } = (await head.post(`/api/v1/rotas/${MONTH}/check`, { duties })).body
  return new Set(findings.filter((each) => each.severity === 'red').map((each) => each.zh))
}

/**
 * A turn of `mine` that the other may take, alone or for one of theirs (places in either list; -1: for nothing), so that no
 * rule is broken that is not broken already. Which there are depends on the month as it was proposed.
 */
async function allowed(duties, mine, theirs, [me, other]) {
  const before = await red(duties)
  for (const take of [undefined, ...theirs])
    for (const give of mine) {
      const of = new Map([[give, other], ...(take ? [[take, me]] : [])])
      const after = await red(duties.map((each) => (of.has(each) ? { ...each, person: of.get(each) } : each)))
      if ([...after].every((each) => before.has(each))) return { give: mine.indexOf(give), take: theirs.indexOf(take) }
    }
  assert.fail('a turn which the other may take')
}

test('a turn is swapped by consent of both and of a leader', async () => {
  const other = await signIn(county.url(YONGNING), 'zhiban')
  const rota = await head.get(`/api/v1/rotas/${MONTH}`)
  const turnsOf = (person) => rota.duties.filter((each) => each.person === person)
  const [mine, theirs] = [turnsOf(head.me.person), turnsOf(other.me.person)]
  const { give, take } = await allowed(rota.duties, mine, theirs, [head.me.person, other.me.person])
  await page.goto(`${county.url(YONGNING)}/duty/rota/${MONTH}`)
  await page.getByRole('button', { name: '申请换班' }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: '换班' })
  await dialog.locator('select').first().selectOption(String(give))
  await dialog.getByLabel('换给').selectOption(other.me.person)
  await dialog.locator('select').nth(2).selectOption(String(take))
  await dialog.getByRole('button', { name: '申请换班' }).click()
  await page.getByText('等对方同意', { exact: true }).first().waitFor()
  const asked = await enter(browser, county.url(YONGNING), { login: 'zhiban', kind: 'desk' })
  await asked.goto(`${county.url(YONGNING)}/duty/rota/${MONTH}`)
  await asked.getByRole('button', { name: '同意', exact: true }).click()
  await asked.getByText('等领导批准', { exact: true }).waitFor()
  const leader = await enter(browser, county.url(YONGNING), { login: 'zhenzhang', kind: 'desk' })
  await leader.goto(`${county.url(YONGNING)}/duty/rota/${MONTH}`)
  await leader.getByRole('button', { name: '批准', exact: true }).click()
  const { day, post } = mine[give]
  await until(
    () => head.get(`/api/v1/rotas/${MONTH}`),
    (read) => read.duties.some((each) => each.day === day && each.post === post && each.person === other.me.person),
  )
  assert.deepEqual([...asked.faults, ...leader.faults], [])
})

test('a line with something to do goes over with the shift, and both sign with their own account', async () => {
  await page.goto(`${county.url(YONGNING)}/duty/log`)
  await page.getByRole('form', { name: '记一条' }).getByLabel('内容').fill('群众来电反映路灯倒伏')
  await page.getByRole('form', { name: '记一条' }).getByLabel('拟办（没有就留空）').fill('通知城建办处置')
  await page.getByRole('button', { name: '记一条' }).click()
  await page.getByText('【政务】群众来电反映路灯倒伏；拟办：通知城建办处置').waitFor()
  await page.getByRole('button', { name: '交班', exact: true }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: '交班签名' })
  await dialog.getByRole('checkbox').nth(1).uncheck()
  await dialog.getByRole('button', { name: '交班', exact: true }).click()
  await dialog.getByText('不正常的项目请写明情况').waitFor()
  await dialog.getByRole('textbox', { name: '异常情况' }).fill('卫星电话电量 20%')
  await dialog.getByRole('button', { name: '交班', exact: true }).click()
  await page.getByText(/已交班，请在/).waitFor()
  assert.equal(await page.getByRole('button', { name: '接班签名' }).count(), 0, 'nobody signs both')
  const officer = await enter(browser, county.url(YONGNING), { login: 'zhiban', kind: 'desk' })
  await officer.goto(`${county.url(YONGNING)}/duty/log`)
  await officer.getByRole('button', { name: '接班签名' }).click()
  await officer.getByText('卫星电话：卫星电话电量 20%').waitFor()
  const [record] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('link', { name: '下载 Word' }).first().click(),
  ])
  assert.equal(record.suggestedFilename(), '永宁镇值班交接班记录.docx')
  assert.deepEqual(officer.faults, [])
})

test('the county calls the roll and sees the seconds', async () => {
  const bureau = await enter(browser, county.url(COUNTY), { login: 'zhiban', kind: 'desk' })
  await bureau.goto(`${county.url(COUNTY)}/duty/rollcalls`)
  await bureau.getByRole('checkbox', { name: '永宁镇' }).check()
  await bureau.getByRole('button', { name: '点名' }).click()
  const part = bureau.getByRole('listitem').filter({ hasText: '永宁镇' }).first()
  await part.getByText(/等待$/).waitFor()
  const ringing = await until(
    () => head.get('/api/v1/calls'),
    (board) => board.items.some((each) => each.headline.startsWith('查岗点名') && each.state === 'ringing'),
    30_000,
  )
  const call = ringing.items.find((each) => each.headline.startsWith('查岗点名'))
  const answer = await head.post(`/api/v1/calls/${call.id}/answer-for`, { by: call.person, channel: 'telephone', note: '' })
  assert.equal(answer.status, 200)
  await part.getByText(/在岗$/).waitFor()
  await part.getByText(/^\d+ 秒$/).waitFor()
  assert.deepEqual(bureau.faults, [])
})

test('the month is counted, and comes as a workbook', async () => {
  await page.goto(`${county.url(YONGNING)}/duty/statistics`)
  await page.getByRole('heading', { name: '点名应答' }).waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 Excel' }).click()])
  assert.match(file.suggestedFilename(), /\.xlsx$/)
})

test('a date that never was is refused in words', async () => {
  const answer = await head.post('/api/v1/duty/leave', { from: '2027-02-30', until: '2027-03-01' })
  assert.equal(answer.status, 422)
  assert.match(answer.body.message, /没有“2027-02-30”这一天/)
  assert.deepEqual(page.faults, [])
})
