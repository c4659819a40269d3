/**
 * The paths of the API in the very shape openapi-typescript writes them, by hand until the program
 * exports web/openapi.json and `npm run api` makes schema.d.ts. Only this folder knows the difference.
 */
import type * as T from './types'

type Json<R> = { headers: Record<string, unknown>; content: { 'application/json': R } }
type Empty = { headers: Record<string, unknown>; content?: never }
type Fault = { headers: Record<string, unknown>; content: { 'application/problem+json': T.ProblemBody } }
type Params<Q, P> = { query?: Q; header?: never; path: P; cookie?: never }
type Plain<Q> = { query?: Q; header?: never; path?: never; cookie?: never }
type Answer<R> = { 200: Json<R>; default: Fault }
type Body<B> = { content: { 'application/json': B } }
type Raw = { content: { 'application/octet-stream': string } }

type Get<R, Q = never> = { parameters: Plain<Q>; requestBody?: never; responses: Answer<R> }
type GetOf<R, P, Q = never> = { parameters: Params<Q, P>; requestBody?: never; responses: Answer<R> }
type Post<B, R = unknown, Q = never> = { parameters: Plain<Q>; requestBody: Body<B>; responses: Answer<R> }
type PostOf<P, B, R = unknown> = { parameters: Params<never, P>; requestBody: Body<B>; responses: Answer<R> }
type PressOf<P, R = unknown> = { parameters: Params<never, P>; requestBody?: never; responses: Answer<R> }
type Send<R> = { parameters: Plain<never>; requestBody: Raw; responses: Answer<R> }
type Drop<P = never, Q = never> = {
  parameters: Params<Q, P>
  requestBody?: never
  responses: { 204: Empty; default: Fault }
}

type Id = { id: string }
type Scope = { drill?: string }
type Made = { id: string }
type More = { limit?: number; cursor?: string }

export interface paths {
  '/api/v1/sessions': { post: Post<{ login: string; password: string; totp?: string }, T.Session> }
  '/api/v1/sessions/current': { delete: { parameters: Plain<never>; responses: { 204: Empty; default: Fault } } }
  '/api/v1/me': { get: Get<T.Me> }
  '/api/v1/me/password': { post: Post<{ old: string; new: string }> }
  '/api/v1/me/totp': { post: Post<Record<string, never>, { secret: string; otpauth: string }> }
  '/api/v1/me/totp/confirm': { post: Post<{ code: string }> }

  '/api/v1/warnings': {
    get: Get<T.Page<T.Warning>, Scope & More & { state?: 'active' | 'all'; hazard?: string }>
    post: Send<T.WarningReceipt>
  }
  '/api/v1/warnings/{id}': { get: GetOf<T.WarningDetail, Id> }
  '/api/v1/warnings/issue': { post: Post<T.IssueWarning, Made, Scope> }
  '/api/v1/typhoons': { get: Get<T.Page<T.Typhoon>, Scope> }

  '/api/v1/responses': {
    get: Get<T.Page<T.EmergencyResponse>, Scope & More & { state?: T.ResponseState | 'open' }>
    post: Post<
      {
        warning: string | null
        incident?: string | null
        plan: string
        level: T.Level
        drill?: boolean | string
        reason?: string
      },
      Made
    >
  }
  '/api/v1/responses/{id}': { get: GetOf<T.EmergencyResponse, Id> }
  '/api/v1/responses/{id}/confirm': { post: PostOf<Id, { level?: T.Level; plan?: string }> }
  '/api/v1/responses/{id}/decline': { post: PostOf<Id, { reason: string }> }
  '/api/v1/responses/{id}/level': { post: PostOf<Id, { level: T.Level; reason: string }> }
  '/api/v1/responses/{id}/close': { post: PostOf<Id, { reason: string }> }
  '/api/v1/responses/{id}/timeline': { get: GetOf<T.Page<T.TimelineLine>, Id, More> }
  '/api/v1/responses/{id}/review': { get: GetOf<T.Review, Id> }
  '/api/v1/ladders': { get: Get<T.Page<T.Ladder>, Scope> }

  '/api/v1/calls': { get: Get<T.Page<T.Call>, Scope & More & { response?: string; state?: T.CallState }> }
  '/api/v1/calls/mine': { get: Get<T.Page<T.Call>, Scope> }
  '/api/v1/calls/{id}': { get: GetOf<T.Call, Id> }
  '/api/v1/calls/{id}/answer': { post: PostOf<Id, { note?: string }> }
  '/api/v1/calls/{id}/answer-for': {
    post: PostOf<Id, { by: string; channel: 'telephone' | 'radio' | 'satellite'; note: string }>
  }
  '/api/v1/calls/{id}/unreachable': { post: PostOf<Id, { reason: string; next: string }> }
  '/api/v1/calls/{id}/door-knocks': {
    post: PostOf<Id, { household: string; outcome: T.DoorKnockOutcome; note: string }>
  }
  '/api/v1/calls/{id}/door-knock-done': { post: PostOf<Id, { witness: string }> }

  '/api/v1/tasks': { get: Get<T.Page<T.Task>, Scope & More & { response?: string; state?: T.TaskState; mine?: 1 }> }
  '/api/v1/tasks/{id}': { get: GetOf<T.Task, Id> }
  '/api/v1/tasks/{id}/confirm': { post: PostOf<Id, T.TaskConfirmation> }
  '/api/v1/tasks/{id}/reassign': { post: PostOf<Id, { owner: string; reason: string }> }

  '/api/v1/areas': { get: Get<T.Page<T.Area>> }
  '/api/v1/people': {
    get: Get<T.Page<T.Person>, More & { area?: string; q?: string }>
    post: Post<{ name: string; phone: string; area: string; full_time: boolean; [more: string]: unknown }, Made>
  }
  '/api/v1/people/{id}': { get: GetOf<T.Person, Id, { reason: string }>; post: PostOf<Id, Record<string, unknown>> }
  '/api/v1/people/{id}/phone-test': {
    post: PostOf<Id, { result: 'answered' | 'no_answer' | 'wrong_number'; note: string }>
  }
  '/api/v1/people/{id}/erase': { post: PostOf<Id, { reason: string }> }
  '/api/v1/posts': { get: Get<T.Page<T.Post>>; post: Post<Record<string, unknown>, Made> }
  '/api/v1/posts/{id}': { post: PostOf<Id, Record<string, unknown>> }
  '/api/v1/posts/{id}/appoint': { post: PostOf<Id, { person: string; deputy?: string; from?: string }> }
  '/api/v1/posts/{id}/vacate': { post: PostOf<Id, { reason: string }> }
  '/api/v1/organisation/checks': { get: Get<T.OrganisationChecks> }
  '/api/v1/lines': { get: Get<T.Page<T.Line>> }
  '/api/v1/lines/{id}': { put: PostOf<Id, { people: { person: string; role: string }[] }> }
  '/api/v1/contact-chains': { get: Get<T.Page<T.ContactChain>, { area?: string }> }
  '/api/v1/duties': { get: Get<T.Page<T.Duty>> }
  '/api/v1/duties/{id}/acknowledge': { post: PressOf<Id> }
  '/api/v1/registers': { get: Get<T.Page<T.Register>> }
  '/api/v1/registers/{name}': {
    get: GetOf<T.Page<T.RegisterRow>, { name: string }, More & { q?: string }>
    post: PostOf<{ name: string }, { values: T.RegisterValues }, Made>
  }
  '/api/v1/registers/{name}/{id}': {
    post: PostOf<{ name: string; id: string }, { values: T.RegisterValues }>
    delete: Drop<{ name: string; id: string }, { reason: string }>
  }

  '/api/v1/plans': { get: Get<T.Page<T.PlanBrief>> }
  '/api/v1/plans/check': { post: Post<{ yaml: string }, T.PlanCheck> }
  '/api/v1/plans/{id}': {
    get: GetOf<T.PlanDetail, Id>
    put: PostOf<Id, { yaml: string; comment: string }, { version: number }>
  }
  '/api/v1/plans/{id}/approve': { post: PostOf<Id, { by_document: string }> }
  '/api/v1/plans/{id}/file': { post: PostOf<Id, { receipt: string }> }
  '/api/v1/plan-check': { get: Get<T.PlanCheckReport> }

  '/api/v1/policy': { get: Get<T.Page<T.PolicyValue>> }
  '/api/v1/policy/{key}': {
    put: PostOf<{ key: string }, { value: unknown; source: string; clause: string; valid_from: string }>
  }
  '/api/v1/journal': {
    get: Get<T.Page<T.JournalEntry>, { after?: number; limit?: number; kind?: string; subject?: string }>
  }
  '/api/v1/journal/verify': { get: Get<T.JournalVerdict> }
  '/api/v1/links': { get: Get<T.Page<T.Link>> }
  '/api/v1/progress': { get: Get<T.Page<T.Progress>, Scope> }
  '/api/v1/drills': { get: Get<T.Page<T.Drill>>; post: Post<{ name: string; scenario: string }, Made> }
  '/api/v1/drills/{id}/end': { post: PressOf<Id> }
  '/api/v1/duty-log': { get: Get<T.Page<T.TimelineLine>, Scope & { limit?: number }> }
  '/api/v1/compliance': { get: Get<T.Compliance> }
  '/api/v1/suggestions': { post: Post<{ text: string; contact?: string }> }
}
