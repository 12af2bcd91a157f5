#!/bin/sh
# Run once, when the database is made: a role and a database a court, so that neither can look into the other's.
# The password is the one in the court's address, which the bot is given too.
set -eu
for court in first second; do
    password=$(sed -n 's#^postgresql://[^:/]*:\([^@]*\)@.*#\1#p' "/run/secrets/$court-database")
    [ -n "$password" ] || { echo "secrets/$court-database: is no postgresql://$court:PASSWORD@records/$court" >&2; exit 1; }
    psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set court="$court" --set password="$password" <<'SQL'
CREATE ROLE :"court" LOGIN PASSWORD :'password';
CREATE DATABASE :"court" OWNER :"court";
REVOKE CONNECT ON DATABASE :"court" FROM PUBLIC;
SQL
done
