#!/bin/sh
# A role and a database a court, so that neither can look into the other's. Run once by itself, when PostgreSQL starts
# for the first time; run again by hand it makes what is missing, and sets the passwords anew.
# The password is the one in the court's address, which the bot is given too.
set -eu

fail() {
    echo "secrets/$court-database: $1" >&2
    exit 1
}

for court in first second; do
    address=${SECRETS:-/run/secrets}/$court-database
    [ -r "$address" ] || fail "cannot be read by PostgreSQL: its group has to be 999, its mode 0440"
    PASSWORD=$(sed -n "s#^postgresql://$court:\([A-Za-z0-9]*\)@records/$court[[:space:]]*\$#\1#p" "$address")
    [ -n "$PASSWORD" ] || fail "is no postgresql://$court:PASSWORD@records/$court, of letters and digits"
    export PASSWORD # not among the arguments, which every process can see
    psql --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres \
        --set ON_ERROR_STOP=1 --set court="$court" <<'SQL'
\getenv password PASSWORD
SELECT format('CREATE ROLE %I LOGIN', :'court') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'court') \gexec
ALTER ROLE :"court" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'court', :'court')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'court') \gexec
REVOKE CONNECT ON DATABASE :"court" FROM PUBLIC;
SQL
done
