'use client'

import { WritingForm } from './WritingForm'

export const PlanDeclineForm = ({ planId }: { planId: string }) => (
  <WritingForm
    name="reason"
    label="Your reason"
    help="In your own words, as short or long as you like."
    missing="Write what should be different."
    button="I do not agree"
    isDanger
    outgoing={(reason) => ({ path: `/treatment-plans/${planId}/decline`, body: { reason } })}
    nextHref="/portal/plan"
  />
)
