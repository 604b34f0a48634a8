import type { Tone } from '../ui/Chip'

type Look = { label: string; tone: Tone }

export const listStates: Readonly<Record<string, Look>> = {
  open: { label: 'To be approved', tone: 'warn' },
  half: { label: 'Approved by one of two', tone: 'warn' },
  approved: { label: 'Approved; being destroyed', tone: 'info' },
  done: { label: 'Destroyed', tone: 'ok' },
  declined: { label: 'Declined', tone: 'plain' },
}

export const lineStates: Readonly<Record<string, Look>> = {
  listed: { label: 'To be destroyed', tone: 'warn' },
  kept: { label: 'Kept', tone: 'plain' },
  held: { label: 'On legal hold', tone: 'info' },
  notDue: { label: 'No longer due', tone: 'plain' },
  destroying: { label: 'Being destroyed', tone: 'info' },
  destroyed: { label: 'Destroyed', tone: 'ok' },
}
