import * as migration_20261124_063345_initial from './20261124_063345_initial';

export const migrations = [
  {
    up: migration_20261124_063345_initial.up,
    down: migration_20261124_063345_initial.down,
    name: '20261124_063345_initial'
  },
];
