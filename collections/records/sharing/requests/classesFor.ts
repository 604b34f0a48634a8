import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { type RecordClass, recordClassCodes } from '@/src/domain/sharing/recordClasses'
import { contentSpecs } from '../exports/content/contentSpecs'

const isOpen = (req: PayloadRequest, code: RecordClass): boolean =>
  code === 'identity' ||
  contentSpecs.some(({ of, slug, under }) => of === code && !under && isGranted(req, slug, 'read'))

/** The parts of the record that the caller may ask for: a patient for all, who acts for one for what they may read. */
export const classesFor = (req: PayloadRequest): RecordClass[] =>
  actorOf(req).kind === 'proxy'
    ? recordClassCodes.filter((code) => isOpen(req, code))
    : [...recordClassCodes]
