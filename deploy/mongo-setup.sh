#!/usr/bin/env bash
# Makes the three servers one replica set; does nothing when they are one already.
set -euo pipefail

ask() {
  mongosh --quiet "mongodb://therapy:${MONGO_PASSWORD}@mongo1:27017/admin?directConnection=true" --eval "$1"
}

ask '
  try {
    rs.status()
  } catch (error) {
    if (error.codeName !== "NotYetInitialized") throw error
    rs.initiate({
      _id: "rs0",
      members: [
        { _id: 0, host: "mongo1:27017", priority: 2 },
        { _id: 1, host: "mongo2:27017" },
        { _id: 2, host: "mongo3:27017" },
      ],
    })
  }
'
until [ "$(ask 'db.hello().isWritablePrimary || Boolean(db.hello().primary)')" = "true" ]; do sleep 1; done
echo "The replica set has a primary."
