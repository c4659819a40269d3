// The education venue: a visitor books on the phone, comes, rates; a fault becomes a task; a quiz taken without a line arrives once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { COUNTY, YONGNING, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, town, bureau, browser, visitor, desk

before(async () => {
  county = await startCounty()
  town = await signIn(county.url(YONGNING), 'zhanzhang')
  bureau = await signIn(county.url(COUNTY), 'shiju')
  browser = await launch()
  visitor = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  desk = await enter(browser, county.url(YONGNING), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const open = (path = '') => visitor.goto(`${county.url(YONGNING)}/open${path}`)
const figures = () => town.get('/api/v1/venue/figures')

test('everybody reads the board without a login', async () => {
  await open()
  await visitor.getByRole('heading', { name: '永宁镇' }).waitFor()
  await visitor.getByText('目前没有生效的预警').waitFor()
  await visitor.getByRole('link', { name: /值班电话/ }).waitFor()
})

test('a number that is none is said beside the field; a booking gives six digits that the desk sees', async () => {
  await open('/venue')
  await visitor.getByRole('button', { name: /余 \d+/ }).first().click()
  await visitor.getByLabel('人数').fill('8')
  await visitor.getByLabel('联系人').fill('测试甲')
  await visitor.getByLabel('联系电话').fill('没有')
  await visitor.getByRole('button', { name: '提交预约' }).click()
  await visitor.getByText('请写能联系到的电话号码').waitFor()
  await visitor.getByLabel('联系电话').fill('13900001001')
  await visitor.getByRole('button', { name: '提交预约' }).click()
  await visitor.getByRole('heading', { name: '预约成功' }).waitFor()
  const code = await visitor.locator('.code').innerText()
  assert.match(code, /^\d{6}$/)
  await desk.goto(`${county.url(YONGNING)}/venue`)
  await desk.getByText(`预约码 ${code}`).waitFor()
})

test('the codes for the wall are printed by whoever sees the desk, and by nobody else', async () => {
  const paper = await town.bytes('/api/v1/venue/codes.pdf')
  assert.equal(paper.subarray(0, 4).toString(), '%PDF')
  assert.equal((await fetch(`${county.url(YONGNING)}/api/v1/venue/codes.pdf`)).status, 401)
})

test('the board for everybody is sent once and then only when it has changed', async () => {
  const board = `${county.url(YONGNING)}/api/v1/public/board`
  const first = await fetch(board)
  const etag = first.headers.get('etag')
  assert.match(etag, /^"[0-9a-f]{32}"$/)
  const again = await fetch(board, { headers: { 'If-None-Match': etag } })
  // At the turn of a minute the board is made anew.
  assert.ok(again.status === 304 || again.headers.get('etag') !== etag, String(again.status))
})

test('visitors are signed in at the door, rate the visit, and the county hears of the number', async () => {
  const before = await figures()
  await open('/visit')
  await visitor.getByLabel('人数').fill('12')
  await visitor.getByLabel('参观者').selectOption({ label: '渔民' })
  await visitor.getByRole('button', { name: '签到' }).click()
  await visitor.getByText('欢迎参观').first().waitFor()
  await visitor.getByRole('button', { name: '提交评价' }).click()
  await visitor.getByRole('heading', { name: '谢谢您的评价' }).waitFor()
  const now = await figures()
  assert.equal(now.visitors, before.visitors + 12)
  assert.equal(now.rated, before.rated + 1)
  await until(
    () => bureau.get('/api/v1/venue/below'),
    (all) => all.items.find((each) => each.node === YONGNING)?.visitors >= now.visitors,
  )
})

test('a fault is a task of the keeper until it is repaired', async () => {
  const broken = desk.getByRole('listitem').filter({ hasText: '故障' }).first()
  await broken.getByRole('button', { name: '已修复' }).click()
  await broken.getByRole('button', { name: '保存' }).click()
  await broken.getByText('请写明情况').or(desk.getByText('请写明情况')).first().waitFor()
  await broken.getByLabel('情况').fill('换了触摸屏')
  await broken.getByRole('button', { name: '保存' }).click()
  await until(
    () => town.get('/api/v1/venue/exhibits'),
    (all) => all.items.every((each) => !each.exhibit.faulted_at),
  )
})

test('a quiz answered without a line waits on the device and arrives once', async () => {
  const before = (await figures()).papers
  await open('/quiz')
  await visitor.getByRole('button', { name: '渔船渔排' }).click()
  await visitor.getByText(/第 1 题/).waitFor()
  await visitor.context().setOffline(true)
  for (let left = await questions(); left > 0; --left) {
    await visitor.locator('.option').first().click()
    await visitor.getByRole('button', { name: left === 1 ? '看成绩' : '下一题' }).click()
  }
  await visitor.getByText('成绩已存在本机').waitFor()
  await visitor.context().setOffline(false)
  await open('/quiz')
  await until(figures, (now) => now.papers === before + 1)
  await open('/quiz')
  assert.equal((await figures()).papers, before + 1)
})

const questions = async () => Number((await visitor.getByText(/共 \d+ 题/).innerText()).match(/共 (\d+) 题/)[1])
