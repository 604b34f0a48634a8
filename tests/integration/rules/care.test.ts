import { emergencyScenes } from '@/tests/support/scenes/emergencyScenes'
import { minorScenes } from '@/tests/support/scenes/minorScenes'
import { peopleScenes } from '@/tests/support/scenes/peopleScenes'
import { planScenes } from '@/tests/support/scenes/planScenes'
import { proveRules } from '@/tests/support/scenes/proveRules'
import { requestScenes } from '@/tests/support/scenes/requestScenes'
import { retentionScenes } from '@/tests/support/scenes/retentionScenes'
import { sharingScenes } from '@/tests/support/scenes/sharingScenes'
import { makeStage } from '@/tests/support/scenes/stage'
import { visitScenes } from '@/tests/support/scenes/visitScenes'

proveRules(
  {
    ...minorScenes,
    ...planScenes,
    ...visitScenes,
    ...peopleScenes,
    ...sharingScenes,
    ...requestScenes,
    ...retentionScenes,
    ...emergencyScenes,
  },
  makeStage,
)
