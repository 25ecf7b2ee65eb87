{{/* What every program is told, where it keeps its keys, and how it is confined. */}}
{{- define "hoptac.environment" -}}
- { name: HOPTAC_DATA_DIR, value: /data }
- { name: HOPTAC_LISTEN_ADDRESS, value: 0.0.0.0 }
- { name: HOPTAC_PUBLIC_URL, value: {{ .Values.publicUrl | quote }} }
- { name: HOPTAC_TRUSTED_PROXIES, value: {{ .Values.trustedProxies | quote }} }
- { name: HOPTAC_OIDC_ISSUER, value: {{ .Values.addresses.oidcIssuer | quote }} }
- { name: HOPTAC_OIDC_CLIENT_ID, value: {{ .Values.addresses.oidcClientId | quote }} }
- { name: HOPTAC_TEMPORAL_ADDRESS, value: {{ .Values.addresses.temporal | quote }} }
- { name: HOPTAC_TEMPORAL_NAMESPACE, value: {{ .Values.addresses.temporalNamespace | quote }} }
- { name: HOPTAC_TAX_AUTHORITY_URL, value: {{ .Values.addresses.taxAuthority | quote }} }
- { name: HOPTAC_FILES_DRIVER, value: s3 }
- { name: HOPTAC_S3_BUCKET, value: {{ .Values.files.s3Bucket | quote }} }
- { name: HOPTAC_S3_REGION, value: {{ .Values.files.s3Region | quote }} }
- { name: HOPTAC_S3_ENDPOINT, value: {{ .Values.files.s3Endpoint | quote }} }
- { name: HOPTAC_MASTER_KEY_FILE, value: /keys/master.key }
- { name: HOPTAC_SESSION_KEY_FILE, value: /keys/session.key }
{{- end }}

{{- define "hoptac.secrets" -}}
- secretRef: { name: {{ .Values.connectionsSecret | quote }} }
- secretRef: { name: {{ .Values.files.credentialsSecret | quote }} }
{{- end }}

{{- define "hoptac.mounts" -}}
- { name: keys, mountPath: /keys, readOnly: true }
- { name: data, mountPath: /data }
{{- end }}

{{- define "hoptac.volumes" -}}
- name: keys
  secret: { secretName: {{ .Values.keysSecret | quote }}, defaultMode: 0440 }
- name: data
  persistentVolumeClaim: { claimName: {{ .Values.dataClaim | quote }} }
{{- end }}

{{- define "hoptac.confined" -}}
allowPrivilegeEscalation: false
capabilities: { drop: [ALL] }
{{- end }}

{{- define "hoptac.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end }}
