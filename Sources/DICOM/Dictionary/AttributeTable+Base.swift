extension AttributeTable {
    /// One group after another: `>GGGG`, then `EEEE`, VR and keyword run together.
    static let base = """
        >0000 0000ULCommandGroupLength 0001ULCommandLengthToEnd 0002UIAffectedSOPClassUID 0003UIRequestedSOPClassUID
        0010SHCommandRecognitionCode 0100USCommandField 0110USMessageID 0120USMessageIDBeingRespondedTo 0200AEInitiator
        0300AEReceiver 0400AEFindLocation 0600AEMoveDestination 0700USPriority 0800USCommandDataSetType
        0850USNumberOfMatches 0860USResponseSequenceNumber 0900USStatus 0901ATOffendingElement 0902LOErrorComment
        0903USErrorID 1000UIAffectedSOPInstanceUID 1001UIRequestedSOPInstanceUID 1002USEventTypeID
        1005ATAttributeIdentifierList 1008USActionTypeID 1020USNumberOfRemainingSuboperations
        1021USNumberOfCompletedSuboperations 1022USNumberOfFailedSuboperations 1023USNumberOfWarningSuboperations
        1030AEMoveOriginatorApplicationEntityTitle 1031USMoveOriginatorMessageID 4000LTDialogReceiver 4010LTTerminalType
        5010SHMessageSetID 5020SHEndMessageID 5110LTDisplayFormat 5120LTPagePositionID 5130CSTextFormatID
        5140CSNormalReverse 5150CSAddGrayScale 5160CSBorders 5170ISCopies 5180CSCommandMagnificationType 5190CSErase
        51A0CSPrint 51B0USOverlays
        >0002 0000ULFileMetaInformationGroupLength 0001OBFileMetaInformationVersion 0002UIMediaStorageSOPClassUID
        0003UIMediaStorageSOPInstanceUID 0010UITransferSyntaxUID 0012UIImplementationClassUID
        0013SHImplementationVersionName 0016AESourceApplicationEntityTitle 0017AESendingApplicationEntityTitle
        0018AEReceivingApplicationEntityTitle 0026URSourcePresentationAddress 0027URSendingPresentationAddress
        0028URReceivingPresentationAddress 0031OBRTVMetaInformationVersion 0032UIRTVCommunicationSOPClassUID
        0033UIRTVCommunicationSOPInstanceUID 0035OBRTVSourceIdentifier 0036OBRTVFlowIdentifier
        0037ULRTVFlowRTPSamplingRate 0038FDRTVFlowActualFrameDuration 0100UIPrivateInformationCreatorUID
        0102OBPrivateInformation
        >0004 1130CSFileSetID 1141CSFileSetDescriptorFileID 1142CSSpecificCharacterSetOfFileSetDescriptorFile
        1200ULOffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity
        1202ULOffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity 1212USFileSetConsistencyFlag
        1220SQDirectoryRecordSequence 1400ULOffsetOfTheNextDirectoryRecord 1410USRecordInUseFlag
        1420ULOffsetOfReferencedLowerLevelDirectoryEntity 1430CSDirectoryRecordType 1432UIPrivateRecordUID
        1500CSReferencedFileID 1504ULMRDRDirectoryRecordOffset 1510UIReferencedSOPClassUIDInFile
        1511UIReferencedSOPInstanceUIDInFile 1512UIReferencedTransferSyntaxUIDInFile
        151AUIReferencedRelatedGeneralSOPClassUIDInFile 1600ULNumberOfReferences
        >0008 0001ULLengthToEnd 0005CSSpecificCharacterSet 0006SQLanguageCodeSequence 0008CSImageType
        0010SHRecognitionCode 0012DAInstanceCreationDate 0013TMInstanceCreationTime 0014UIInstanceCreatorUID
        0015DTInstanceCoercionDateTime 0016UISOPClassUID 0017UIAcquisitionUID 0018UISOPInstanceUID 0019UIPyramidUID
        001AUIRelatedGeneralSOPClassUID 001BUIOriginalSpecializedSOPClassUID 001CCSSyntheticData 0020DAStudyDate
        0021DASeriesDate 0022DAAcquisitionDate 0023DAContentDate 0024DAOverlayDate 0025DACurveDate
        002ADTAcquisitionDateTime 0030TMStudyTime 0031TMSeriesTime 0032TMAcquisitionTime 0033TMContentTime
        0034TMOverlayTime 0035TMCurveTime 0040USDataSetType 0041LODataSetSubtype 0042CSNuclearMedicineSeriesType
        0050SHAccessionNumber 0051SQIssuerOfAccessionNumberSequence 0052CSQueryRetrieveLevel 0053CSQueryRetrieveView
        0054AERetrieveAETitle 0055AEStationAETitle 0056CSInstanceAvailability 0058UIFailedSOPInstanceUIDList
        0060CSModality 0061CSModalitiesInStudy 0062UISOPClassesInStudy 0063SQAnatomicRegionsInStudyCodeSequence
        0064CSConversionType 0068CSPresentationIntentType 0070LOManufacturer 0080LOInstitutionName
        0081STInstitutionAddress 0082SQInstitutionCodeSequence 0090PNReferringPhysicianName
        0092STReferringPhysicianAddress 0094SHReferringPhysicianTelephoneNumbers
        0096SQReferringPhysicianIdentificationSequence 009CPNConsultingPhysicianName
        009DSQConsultingPhysicianIdentificationSequence 0100SHCodeValue 0101LOExtendedCodeValue
        0102SHCodingSchemeDesignator 0103SHCodingSchemeVersion 0104LOCodeMeaning 0105CSMappingResource
        0106DTContextGroupVersion 0107DTContextGroupLocalVersion 0108LTExtendedCodeMeaning
        0109SQCodingSchemeResourcesSequence 010ACSCodingSchemeURLType 010BCSContextGroupExtensionFlag
        010CUICodingSchemeUID 010DUIContextGroupExtensionCreatorUID 010EURCodingSchemeURL 010FCSContextIdentifier
        0110SQCodingSchemeIdentificationSequence 0112LOCodingSchemeRegistry 0114STCodingSchemeExternalID
        0115STCodingSchemeName 0116STCodingSchemeResponsibleOrganization 0117UIContextUID 0118UIMappingResourceUID
        0119UCLongCodeValue 0120URURNCodeValue 0121SQEquivalentCodeSequence 0122LOMappingResourceName
        0123SQContextGroupIdentificationSequence 0124SQMappingResourceIdentificationSequence 0201SHTimezoneOffsetFromUTC
        0220SQResponsibleGroupCodeSequence 0221CSEquipmentModality 0222LOManufacturerRelatedModelGroup
        0300SQPrivateDataElementCharacteristicsSequence 0301USPrivateGroupReference 0302LOPrivateCreatorReference
        0303CSBlockIdentifyingInformationStatus 0304USNonidentifyingPrivateElements 0305SQDeidentificationActionSequence
        0306USIdentifyingPrivateElements 0307CSDeidentificationAction 0308USPrivateDataElement
        0309ULPrivateDataElementValueMultiplicity 030ACSPrivateDataElementValueRepresentation
        030BULPrivateDataElementNumberOfItems 030CUCPrivateDataElementName 030DUCPrivateDataElementKeyword
        030EUTPrivateDataElementDescription 030FUTPrivateDataElementEncoding 0310SQPrivateDataElementDefinitionSequence
        0400SQScopeOfInventorySequence 0401LTInventoryPurpose 0402LTInventoryInstanceDescription 0403CSInventoryLevel
        0404DTItemInventoryDateTime 0405CSRemovedFromOperationalUse 0406SQReasonForRemovalCodeSequence
        0407URStoredInstanceBaseURI 0408URFolderAccessURI 0409URFileAccessURI 040ACSContainerFileType
        040BURFilenameInContainer 040CUVFileOffsetInContainer 040DUVFileLengthInContainer
        040EUIStoredInstanceTransferSyntaxUID 040FCSExtendedMatchingMechanisms 0410SQRangeMatchingSequence
        0411SQListOfUIDMatchingSequence 0412SQEmptyValueMatchingSequence 0413SQGeneralMatchingSequence
        0414USRequestedStatusInterval 0415CSRetainInstances 0416DTExpirationDateTime 0417CSTransactionStatus
        0418LTTransactionStatusComment 0419SQFileSetAccessSequence 041ASQFileAccessSequence 041BOBRecordKey
        041COBPriorRecordKey 041DSQMetadataSequence 041ESQUpdatedMetadataSequence 041FDTStudyUpdateDateTime
        0420SQInventoryAccessEndPointsSequence 0421SQStudyAccessEndPointsSequence
        0422SQIncorporatedInventoryInstanceSequence 0423SQInventoriedStudiesSequence 0424SQInventoriedSeriesSequence
        0425SQInventoriedInstancesSequence 0426CSInventoryCompletionStatus 0427ULNumberOfStudyRecordsInInstance
        0428UVTotalNumberOfStudyRecords 0429UVMaximumNumberOfRecords 1000AENetworkID 1010SHStationName
        1030LOStudyDescription 1032SQProcedureCodeSequence 103ELOSeriesDescription 103FSQSeriesDescriptionCodeSequence
        1040LOInstitutionalDepartmentName 1041SQInstitutionalDepartmentTypeCodeSequence 1048PNPhysiciansOfRecord
        1049SQPhysiciansOfRecordIdentificationSequence 1050PNPerformingPhysicianName
        1052SQPerformingPhysicianIdentificationSequence 1060PNNameOfPhysiciansReadingStudy
        1062SQPhysiciansReadingStudyIdentificationSequence 1070PNOperatorsName 1072SQOperatorIdentificationSequence
        1080LOAdmittingDiagnosesDescription 1084SQAdmittingDiagnosesCodeSequence 1088LOPyramidDescription
        1090LOManufacturerModelName 1100SQReferencedResultsSequence 1110SQReferencedStudySequence
        1111SQReferencedPerformedProcedureStepSequence 1112SQReferencedInstancesBySOPClassSequence
        1115SQReferencedSeriesSequence 1120SQReferencedPatientSequence 1125SQReferencedVisitSequence
        1130SQReferencedOverlaySequence 1134SQReferencedStereometricInstanceSequence 113ASQReferencedWaveformSequence
        1140SQReferencedImageSequence 1145SQReferencedCurveSequence 114ASQReferencedInstanceSequence
        114BSQReferencedRealWorldValueMappingInstanceSequence 1150UIReferencedSOPClassUID 1155UIReferencedSOPInstanceUID
        1156SQDefinitionSourceSequence 115AUISOPClassesSupported 1160ISReferencedFrameNumber 1161ULSimpleFrameList
        1162ULCalculatedFrameList 1163FDTimeRange 1164SQFrameExtractionSequence 1167UIMultiFrameSourceSOPInstanceUID
        1190URRetrieveURL 1195UITransactionUID 1196USWarningReason 1197USFailureReason 1198SQFailedSOPSequence
        1199SQReferencedSOPSequence 119ASQOtherFailuresSequence 119BSQFailedStudySequence
        1200SQStudiesContainingOtherReferencedInstancesSequence 1250SQRelatedSeriesSequence
        2110CSLossyImageCompressionRetired 2111STDerivationDescription 2112SQSourceImageSequence 2120SHStageName
        2122ISStageNumber 2124ISNumberOfStages 2127SHViewName 2128ISViewNumber 2129ISNumberOfEventTimers
        212AISNumberOfViewsInStage 2130DSEventElapsedTimes 2132LOEventTimerNames 2133SQEventTimerSequence
        2134FDEventTimeOffset 2135SQEventCodeSequence 2142ISStartTrim 2143ISStopTrim 2144ISRecommendedDisplayFrameRate
        2200CSTransducerPosition 2204CSTransducerOrientation 2208CSAnatomicStructure 2218SQAnatomicRegionSequence
        2220SQAnatomicRegionModifierSequence 2228SQPrimaryAnatomicStructureSequence
        2229SQAnatomicStructureSpaceOrRegionSequence 2230SQPrimaryAnatomicStructureModifierSequence
        2240SQTransducerPositionSequence 2242SQTransducerPositionModifierSequence 2244SQTransducerOrientationSequence
        2246SQTransducerOrientationModifierSequence 2251SQAnatomicStructureSpaceOrRegionCodeSequenceTrial
        2253SQAnatomicPortalOfEntranceCodeSequenceTrial 2255SQAnatomicApproachDirectionCodeSequenceTrial
        2256STAnatomicPerspectiveDescriptionTrial 2257SQAnatomicPerspectiveCodeSequenceTrial
        2258STAnatomicLocationOfExaminingInstrumentDescriptionTrial
        2259SQAnatomicLocationOfExaminingInstrumentCodeSequenceTrial
        225ASQAnatomicStructureSpaceOrRegionModifierCodeSequenceTrial
        225CSQOnAxisBackgroundAnatomicStructureCodeSequenceTrial 3001SQAlternateRepresentationSequence
        3002UIAvailableTransferSyntaxUID 3010UIIrradiationEventUID 3011SQSourceIrradiationEventSequence
        3012UIRadiopharmaceuticalAdministrationEventUID 4000LTIdentifyingComments 9007CSFrameType
        9092SQReferencedImageEvidenceSequence 9121SQReferencedRawDataSequence 9123UICreatorVersionUID
        9124SQDerivationImageSequence 9154SQSourceImageEvidenceSequence 9205CSPixelPresentation
        9206CSVolumetricProperties 9207CSVolumeBasedCalculationTechnique 9208CSComplexImageComponent
        9209CSAcquisitionContrast 9215SQDerivationCodeSequence 9237SQReferencedPresentationStateSequence
        9410SQReferencedOtherPlaneSequence 9458SQFrameDisplaySequence 9459FLRecommendedDisplayFrameRateInFloat
        9460CSSkipFrameRangeFlag
        >0010 0010PNPatientName 0020LOPatientID 0021LOIssuerOfPatientID 0022CSTypeOfPatientID
        0024SQIssuerOfPatientIDQualifiersSequence 0026SQSourcePatientGroupIdentificationSequence
        0027SQGroupOfPatientsIdentificationSequence 0028USSubjectRelativePositionInImage 0030DAPatientBirthDate
        0032TMPatientBirthTime 0033LOPatientBirthDateInAlternativeCalendar 0034LOPatientDeathDateInAlternativeCalendar
        0035CSPatientAlternativeCalendar 0040CSPatientSex 0050SQPatientInsurancePlanCodeSequence
        0101SQPatientPrimaryLanguageCodeSequence 0102SQPatientPrimaryLanguageModifierCodeSequence
        0200CSQualityControlSubject 0201SQQualityControlSubjectTypeCodeSequence 0212UCStrainDescription
        0213LOStrainNomenclature 0214LOStrainStockNumber 0215SQStrainSourceRegistryCodeSequence
        0216SQStrainStockSequence 0217LOStrainSource 0218UTStrainAdditionalInformation 0219SQStrainCodeSequence
        0221SQGeneticModificationsSequence 0222UCGeneticModificationsDescription 0223LOGeneticModificationsNomenclature
        0229SQGeneticModificationsCodeSequence 1000LOOtherPatientIDs 1001PNOtherPatientNames
        1002SQOtherPatientIDsSequence 1005PNPatientBirthName 1010ASPatientAge 1020DSPatientSize
        1021SQPatientSizeCodeSequence 1022DSPatientBodyMassIndex 1023DSMeasuredAPDimension
        1024DSMeasuredLateralDimension 1030DSPatientWeight 1040LOPatientAddress 1050LOInsurancePlanIdentification
        1060PNPatientMotherBirthName 1080LOMilitaryRank 1081LOBranchOfService 1090LOMedicalRecordLocator
        1100SQReferencedPatientPhotoSequence 2000LOMedicalAlerts 2110LOAllergies 2150LOCountryOfResidence
        2152LORegionOfResidence 2154SHPatientTelephoneNumbers 2155LTPatientTelecomInformation 2160SHEthnicGroup
        2161SQEthnicGroupCodeSequence 2180SHOccupation 21A0CSSmokingStatus 21B0LTAdditionalPatientHistory
        21C0USPregnancyStatus 21D0DALastMenstrualDate 21F0LOPatientReligiousPreference 2201LOPatientSpeciesDescription
        2202SQPatientSpeciesCodeSequence 2203CSPatientSexNeutered 2210CSAnatomicalOrientationType
        2292LOPatientBreedDescription 2293SQPatientBreedCodeSequence 2294SQBreedRegistrationSequence
        2295LOBreedRegistrationNumber 2296SQBreedRegistryCodeSequence 2297PNResponsiblePerson
        2298CSResponsiblePersonRole 2299LOResponsibleOrganization 4000LTPatientComments 9431FLExaminedBodyThickness
        """
}
