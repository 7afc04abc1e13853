#!/usr/bin/env bash
# One request for each area of the API (docs/api.md), with curl against a running sandbox: bash examples/requests.sh [gateway]
set -euo pipefail
GATEWAY=${1:-http://127.0.0.1:4000}

# token PERSONA: a ready access token; an app of its own logs in by OpenID Connect instead.
token() {
  curl -sf "$GATEWAY/sandbox/personas" | node -p "JSON.parse(fs.readFileSync(0)).personas.find(({ id }) => id === '$1').accessToken"
}
# body DOCUMENT [VARIABLES as JSON]: what is posted.
body() { node -p 'JSON.stringify({ query: process.argv[1], variables: JSON.parse(process.argv[2] ?? "{}") })' "$@"; }
# ask TOKEN DOCUMENT [VARIABLES]: posts it, as nobody when the token is empty.
ask() {
  local as=(); if [ -n "$1" ]; then as=(-H "authorization: Bearer $1"); fi
  curl -s "$GATEWAY/graphql" -H 'content-type: application/json' -H 'accept-language: en' "${as[@]}" -d "$(body "${@:2}")"
}
# show TITLE ANSWER; pick ANSWER PATH: one value of it.
show() { printf '\n# %s\n%s\n' "$1" "$2"; }
pick() { node -p "JSON.parse(process.argv[1]).data.$2" "$1"; }

CITIZEN=$(token cs-citizen-1)

show 'Catalogue: items by pinyin, in three languages' "$(ask '' '{
  serviceItems(search: "yanglao zhuanyi", first: 2) { totalCount edges { node {
    key hans: name(language: ZH_HANS) hant: name(language: ZH_HANT) en: name(language: EN) } } } }')"
show 'Catalogue: what one item needs, and who carries it out where' "$(ask '' '{
  serviceItem(key: "pension-transfer-resident") { name materials { key name necessity }
    implementations(cities: ["430100", "430300"]) { division committedDays authority { name } } } }')"
show 'Certificate types and recognition: may Xiangtan take what Zhuzhou issued' "$(ask '' 'query ($input: RecognitionInput!) {
  explainRecognition(input: $input) { level usableForItem reasons { code text } } }' '{ "input": {
  "type": "household-register", "issuing": "430200", "accepting": "430300", "item": "pension-transfer-resident" } }')"

HELD=$(ask "$CITIZEN" '{ myCertificates(first: 100) { totalCount unavailableCities edges { node { id type { key name } status } } } }')
show 'Certificates: what I hold, in every city' "$HELD"
held() { pick "$HELD" "myCertificates.edges.find(({ node }) => node.type.key === '$1').node.id"; }
IDENTITY=$(held resident-identity-card) HOUSEHOLD=$(held household-register)

show 'Use of certificates: which materials they satisfy' "$(ask "$CITIZEN" '{
  evidence(item: "pension-transfer-resident", city: "430300") { complete materials { key state } } }')"

FILED=$(ask "$CITIZEN" 'mutation ($input: SubmitApplicationInput!) {
  submitApplication(input: $input) { id applicationNo state } }' "{ \"input\": { \"idempotencyKey\": \"requests-$$\",
  \"item\": \"pension-transfer-resident\", \"division\": \"430300\", \"applicantName\": \"as the certificate says\", \"materials\": [
    { \"requirement\": \"identity\", \"certificate\": \"$IDENTITY\" },
    { \"requirement\": \"household-register\", \"certificate\": \"$HOUSEHOLD\" },
    { \"requirement\": \"application-form\", \"document\": { \"name\": \"form.pdf\", \"mediaType\": \"application/pdf\",
      \"size\": 2048, \"sha256\": \"$(printf '9f%.0s' {1..32})\" } } ] } }")
show 'Applications: file one in Xiangtan' "$FILED"
APPLICATION=$(pick "$FILED" submitApplication.id)
show 'Applications: an officer accepts it, and the clocks start' "$(ask "$(token xt-acceptance-social-1)" 'mutation ($id: ID!) {
  acceptApplication(input: { application: $id }) { state limits { kind dueOn } } }' "{ \"id\": \"$APPLICATION\" }")"
show 'Use of certificates: who used what, and the receipt' "$(ask "$CITIZEN" '{
  myCertificateUses(first: 2) { edges { node { usedAt purpose claims verifier { name } receipt } } } }')"

WINDOW=$(curl -sf "$GATEWAY/sandbox/personas" | node -p "JSON.parse(fs.readFileSync(0)).personas.find(({ id }) => id === 'cs-window-1').window")
show 'Windows: what a window has taken in' "$(ask "$(token cs-window-1)" 'query ($window: ID!) {
  intakes(window: $window) { totalCount edges { node { receiptNo state } } } }' "{ \"window\": \"$WINDOW\" }")"
show 'Mandates: those I gave' "$(ask "$CITIZEN" '{ myMandates(as: PRINCIPAL) { totalCount } }')"
show 'Wallets: an offer of my certificate' "$(ask "$CITIZEN" 'mutation ($id: ID!) {
  offerCredential(input: { certificate: $id }) { uri expiresAt } }' "{ \"id\": \"$HOUSEHOLD\" }")"

show 'The gateway: an object by its ID' "$(ask "$CITIZEN" 'query ($id: ID!) { node(id: $id) { __typename id } }' "{ \"id\": \"$APPLICATION\" }")"
show 'The gateway: why a query goes where it goes' "$(ask '' '{
  cities { division name reachable }
  explainRoute(query: "{ myApplications { totalCount } }") { field directive nodes { division } why } }')"
show 'An error: its code, the field at fault, what to do' "$(ask '' '{ implementations(item: "x", cities: ["999999"]) { id } }')"
