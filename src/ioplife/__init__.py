"""The life of an IOP agreement (idéburet offentligt partnerskap), as a library."""
