'use client'

import { WritingForm } from './WritingForm'

type Props = { planId: string; aboutKey: string }

export const CommentForm = ({ planId, aboutKey }: Props) => (
  <WritingForm
    name="text"
    label="Your comment"
    help="Your therapist answers within a week. For anything urgent use the numbers at the foot of the page."
    missing="Write your comment first."
    button="Send my comment"
    outgoing={(text) => ({
      path: '/plan-comments',
      body: { plan: planId, text, ...(aboutKey ? { aboutKey } : {}) },
    })}
    nextHref="/portal/plan"
  />
)
