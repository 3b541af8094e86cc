#!/bin/sh
# Starts the bridge where nothing answers, stops it, and leaves an AOT cache of what it loaded. No
# bucket is set: what the AWS SDK adds to the cache takes memory of bridges that never use it.
# usage: train.sh JAVA DIRECTORY-OF-THE-JAR
set -eu
java=$1
app=$2
cd "$app"

env -i \
  DISCORD_TOKEN=training DISCORD_API_URL=http://127.0.0.1:9/api \
  EVENTS_QUEUE_URL=http://127.0.0.1:9/queue.fifo STATE_TABLE=training \
  AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=training AWS_SECRET_ACCESS_KEY=training \
  AWS_ENDPOINT_URL=http://127.0.0.1:9 MANAGEMENT_PORT=0 BRIDGE_STOP_MILLIS=100 \
  "$java" @jvm.options -XX:AOTCacheOutput=bridge.aot \
    -DZstdNativePath="$app/libzstd-jni.so" -jar "$app/bridge.jar" >training.log 2>&1 &
bridge=$!
sleep "${TRAINING_SECONDS:-8}"
kill -TERM "$bridge"
wait "$bridge" || true
if [ ! -s bridge.aot ]; then
  cat training.log >&2
  echo "train.sh: the bridge left no AOT cache" >&2
  exit 1
fi
rm training.log
