"""Translates template.yaml as a deployment would, and lints both forms.

Ends with a status other than 0 and says why when either finds fault.
"""

import pathlib
import subprocess
import sys
from unittest import mock

import boto3
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

TEMPLATE = pathlib.Path(__file__).parents[2] / "template.yaml"
LINTER = pathlib.Path(sys.executable).parent / "cfn-lint"


def translated() -> dict:
    """The CloudFormation template that the transform makes of ours."""
    template = yaml_parse(TEMPLATE.read_text())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            # As packaging does, once it has uploaded the jar.
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    no_managed_policies = mock.Mock(load=lambda: {})
    with mock.patch.object(boto3.Session, "region_name", "us-east-1"):
        return transform(template, {}, no_managed_policies)


def faults(template: dict) -> list[str]:
    """What the linter does not look for: each event source must target the function's alias."""
    mappings = [
        (name, resource["Properties"]["FunctionName"])
        for name, resource in template["Resources"].items()
        if resource["Type"] == "AWS::Lambda::EventSourceMapping"
    ]
    found = [f"{name} calls {to}, no alias" for name, to in mappings if "Alias" not in str(to)]
    return found if mappings else ["no event source mapping at all"]


def main() -> int:
    found = faults(translated())
    for fault in found:
        print(fault, file=sys.stderr)
    lint = subprocess.run([LINTER, TEMPLATE])
    return 1 if found else lint.returncode


if __name__ == "__main__":
    sys.exit(main())
