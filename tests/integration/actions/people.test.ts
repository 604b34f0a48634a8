import { peopleScenes } from '@/tests/support/scenes/peopleScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(peopleScenes, makeStage)
